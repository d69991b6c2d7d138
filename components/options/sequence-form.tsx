import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { AccessFields } from './access-fields';
import { BehaviorFields } from './behavior-fields';
import { focusPlace } from './focus-place';
import { problemAt, problemSentence } from './problem-sentence';
import type { DraftProblem, SequenceDraft } from './sequence-draft';
import { StepsField, type StepsFieldProps } from './steps-field';

export interface SequenceFormProps {
  readonly draft: SequenceDraft;
  readonly problems: readonly DraftProblem[];
  /** Grows with every refused save. */
  readonly refusals: number;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<SequenceDraft>) => void;
  readonly steps: Pick<
    StepsFieldProps,
    'texts' | 'onAdd' | 'onAddVariant' | 'onRemove' | 'onMove' | 'onChange'
  >;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Everything that a sequence is, to be typed and saved as a whole. */
export function SequenceForm(props: SequenceFormProps) {
  const { draft, problems, refusals, onChange } = props;
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      class="so-sequence-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      {refusals > 0 && problems.length > 0 && (
        <Problems
          key={refusals}
          problems={problems}
          onShow={(problem) => form.current && focusPlace(form.current, problem)}
        />
      )}
      <div class="so-card" data-place="name">
        <TextField
          label={t('sequenceForm.name')}
          value={draft.name}
          error={problemAt(problems, 'name')}
          onInput={(name) => onChange({ name })}
          maxLength={200}
        />
      </div>
      <StepsField draft={draft} problems={problems} {...props.steps} />
      <BehaviorFields draft={draft} problems={problems} onChange={onChange} />
      <AccessFields draft={draft} problems={problems} onChange={onChange} />
      <Foot {...props} />
    </form>
  );
}

function Foot({ changed, saving, isNew, onSave, onDiscard }: SequenceFormProps) {
  return (
    <div class="so-form-foot">
      <span class="so-quiet" role="status">
        {changed ? t('sequenceForm.unsaved') : !isNew && t('sequenceForm.isSaved')}
      </span>
      <div class="so-row-actions">
        {changed && (
          <Button variant="ghost" onClick={onDiscard}>
            {t('sequenceForm.discard')}
          </Button>
        )}
        <Button
          variant="primary"
          busy={saving}
          disabledReason={changed || isNew ? undefined : t('sequenceForm.isSaved')}
          onClick={onSave}
        >
          {isNew ? t('sequenceForm.create') : t('sequenceForm.save')}
        </Button>
      </div>
      {/* Enter in a field saves. */}
      <input type="submit" hidden />
    </div>
  );
}

/** Everything that is wrong, each a way to its place. Takes the focus, because saving was refused. */
function Problems(props: {
  readonly problems: readonly DraftProblem[];
  readonly onShow: (problem: DraftProblem) => void;
}) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div class="so-problems" tabIndex={-1} ref={head}>
      <Notice tone="bad" announce title={t('sequenceForm.notSaved')}>
        <ul>
          {props.problems.map((problem) => (
            <li key={`${problem.place}/${problem.code}/${problem.range?.start}`}>
              <Button variant="link" size="s" onClick={() => props.onShow(problem)}>
                {problemSentence(problem)}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
