import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { stepName } from '@/lib/i18n/step-name';
import { t } from '@/lib/i18n/t';
import { EmailText } from './email-text';
import { problemAt } from './problem-sentence';
import { placeOf, type VariantDraft } from './sequence-draft';
import type { StepCardProps } from './step-card';

const MOST_VARIANTS = 4;

/** Other texts of the same email, each for its share of the contacts. */
export function VariantList(props: StepCardProps) {
  const { step, index, onChange } = props;
  const { variants } = step;
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const toFocus = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    toFocus.current?.();
    toFocus.current = undefined;
  });
  const rest = 100 - variants.reduce((sum, { share }) => sum + (Number(share) || 0), 0);
  const change = (key: string, next: Partial<VariantDraft>) =>
    onChange({ variants: variants.map((one) => (one.key === key ? { ...one, ...next } : one)) });
  return (
    <div class="so-variants">
      {variants.length > 0 && (
        <>
          <p class="so-quiet so-number">{t('sequenceForm.variant.own', [String(rest)])}</p>
          <ul class="so-step-list" ref={list}>
            {variants.map((variant, place) => (
              <Variant
                {...props}
                key={variant.key}
                variant={variant}
                letter={letterOf(place)}
                onVariant={(next) => change(variant.key, next)}
                onDrop={() => {
                  toFocus.current = () => add.current?.focus();
                  onChange({ variants: variants.filter(({ key }) => key !== variant.key) });
                }}
              />
            ))}
          </ul>
        </>
      )}
      <Button
        size="s"
        variant="ghost"
        icon="plus"
        buttonRef={add}
        label={t('sequenceForm.variant.addTo', [stepName(step.kind, index)])}
        disabledReason={
          variants.length >= MOST_VARIANTS ? t('sequenceForm.variant.most') : undefined
        }
        onClick={() => {
          toFocus.current = () =>
            list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea')?.focus();
          props.onAddVariant();
        }}
      >
        {t('sequenceForm.variant.add')}
      </Button>
    </div>
  );
}

/** The step's own text is A. */
function letterOf(index: number): string {
  return String.fromCharCode(66 + index);
}

function Variant({
  step,
  index,
  inThread,
  problems,
  resultOf,
  variant,
  letter,
  onVariant,
  onDrop,
}: StepCardProps & {
  readonly variant: VariantDraft;
  readonly letter: string;
  readonly onVariant: (change: Partial<VariantDraft>) => void;
  readonly onDrop: () => void;
}) {
  const name = t('sequenceForm.variant.name', [letter]);
  const of = `${stepName(step.kind, index)}, ${name}`;
  const at = (field: 'subject' | 'body' | 'share') => placeOf(step.key, field, variant.key);
  return (
    <li class="so-variant" aria-label={of}>
      <div class="so-step-head">
        <h5>{name}</h5>
        <Button
          size="s"
          variant="ghost"
          icon="close"
          label={t('sequenceForm.removeStep', [of])}
          onClick={onDrop}
        />
      </div>
      <div class="so-variant-share" data-place={at('share')}>
        <TextField
          label={t('sequenceForm.variant.share')}
          type="number"
          min={1}
          max={99}
          value={variant.share}
          error={problemAt(problems, at('share'))}
          onInput={(share) => onVariant({ share })}
        />
      </div>
      <EmailText
        text={variant}
        placeOf={at}
        problems={problems}
        rows={6}
        inThread={inThread}
        result={resultOf(variant)}
        onChange={onVariant}
      />
    </li>
  );
}
