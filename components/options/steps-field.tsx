import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { MenuButton } from '@/components/ui/menu-button';
import type { StepKind } from '@/lib/domain/sequence/step';
import type { TextCounts } from '@/lib/domain/sequence/text-count';
import { textKey } from '@/lib/domain/sequence/text-key';
import { t } from '@/lib/i18n/t';
import { needsSubject } from './needs-subject';
import type { DraftProblem, SequenceDraft, StepDraft } from './sequence-draft';
import { StepCard } from './step-card';

export interface StepsFieldProps {
  readonly draft: SequenceDraft;
  readonly problems: readonly DraftProblem[];
  /** What has become of its texts; of none that is being changed. */
  readonly texts: TextCounts | undefined;
  /** Answers with the key of the new step. */
  readonly onAdd: (kind: StepKind) => string;
  readonly onAddVariant: (key: string) => void;
  readonly onRemove: (key: string) => void;
  readonly onMove: (key: string, by: -1 | 1) => void;
  readonly onChange: (key: string, change: Partial<StepDraft>) => void;
}

const MOST_STEPS = 50;

/** What a person carries out, in the order of the menu. */
const TASKS: readonly Exclude<StepKind, 'automatedEmail'>[] = [
  'manualEmail',
  'callTask',
  'generalTask',
  'linkedInConnect',
  'linkedInMessage',
];

/** The steps in their order. After every change of it the focus is where the rep goes on. */
export function StepsField(props: StepsFieldProps) {
  const { draft, problems } = props;
  const { steps } = draft;
  const isFull = steps.length >= MOST_STEPS;
  const addOne = (kind: StepKind) => {
    const key = props.onAdd(kind);
    toFocus.current = () => cardOf(key)?.querySelector('input')?.focus();
  };
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const toFocus = useRef<() => void>(undefined);
  const status = useRef<HTMLParagraphElement>(null);

  useLayoutEffect(() => {
    toFocus.current?.();
    toFocus.current = undefined;
  });
  const cardOf = (key: string) =>
    [...(list.current?.children ?? [])].find(
      (card): card is HTMLElement => card instanceof HTMLElement && card.dataset['step'] === key,
    );

  return (
    <section class="so-group" aria-labelledby="so-emails">
      <h3 id="so-emails">{t('sequenceForm.emails')}</h3>
      <ol class="so-step-list" ref={list}>
        {steps.map((step, index) => (
          <StepCard
            key={step.key}
            step={step}
            index={index}
            count={steps.length}
            inThread={!needsSubject(draft, index)}
            isHeld={steps[index - 1]?.hold ?? false}
            problems={problems}
            resultOf={(text) => props.texts?.[textKey(step.id ?? '', text)]}
            onChange={(change) => props.onChange(step.key, change)}
            onAddVariant={() => props.onAddVariant(step.key)}
            onMove={(by) => {
              const button = document.activeElement;
              // Moving a card in the document takes the focus away from the button within it.
              toFocus.current = () => button instanceof HTMLElement && button.focus();
              props.onMove(step.key, by);
              if (status.current) {
                const place = String(index + by + 1);
                status.current.textContent = t('sequenceForm.moved', [place, String(steps.length)]);
              }
            }}
            onRemove={() => {
              toFocus.current = () => add.current?.focus();
              props.onRemove(step.key);
            }}
          />
        ))}
      </ol>
      <p class="so-hidden" role="status" ref={status} />
      <div class="so-row-actions so-add-step">
        <Button
          icon="plus"
          buttonRef={add}
          disabledReason={isFull ? t('sequenceForm.mostSteps') : undefined}
          onClick={() => addOne('automatedEmail')}
        >
          {t('sequenceForm.addStep')}
        </Button>
        {!isFull && (
          <MenuButton
            icon="plus"
            items={TASKS.map((key) => ({ key, label: t(`sequenceForm.kind.${key}`) }))}
            onPick={addOne}
          >
            {t('sequenceForm.addTask')}
          </MenuButton>
        )}
      </div>
    </section>
  );
}
