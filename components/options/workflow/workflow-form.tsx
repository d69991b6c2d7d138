import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { ActionList } from './action-list';
import type { LintLine } from './lint-panel';
import { errorAt } from './mark';
import { SettingsFields } from './settings-fields';
import { TriggerFields } from './trigger-fields';
import type { TypedWorkflow } from './typed-workflow';
import { whereWords } from './where-words';
import type { WorkflowEditing } from './workflow-editing';

export interface WorkflowFormProps {
  readonly typed: TypedWorkflow;
  readonly editing: WorkflowEditing;
  /** What forbids saving, once that was tried. */
  readonly wrong: readonly LintLine[];
  /** Grows with every refused save. */
  readonly refusals: number;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<TypedWorkflow>) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Everything that a workflow is, to be typed and saved as a whole. */
export function WorkflowForm(
  props: WorkflowFormProps & {
    readonly formRef: RefObject<HTMLFormElement | null>;
    readonly onShow: (place: string) => void;
  },
) {
  const { typed, editing, wrong, refusals, onChange } = props;
  return (
    <form
      class="so-sequence-form so-workflow-form"
      ref={props.formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      {refusals > 0 && wrong.length > 0 && (
        <Wrong key={refusals} lines={wrong} onShow={props.onShow} />
      )}
      <div class="so-card" data-place="name">
        <TextField
          label={t('workflow.name')}
          value={typed.name}
          error={errorAt(editing.marks, 'name')}
          onInput={(name) => onChange({ name })}
          maxLength={200}
        />
      </div>
      <TriggerFields
        value={typed.trigger}
        place="trigger"
        editing={editing}
        onChange={(trigger) => onChange({ trigger })}
      />
      <section class="so-group" aria-labelledby="so-actions">
        <h3 id="so-actions">{t('workflow.actions.title')}</h3>
        <ActionList
          value={typed.actions}
          place="actions"
          editing={editing}
          empty={t('workflow.actions.none')}
          onChange={(actions) => onChange({ actions })}
        />
      </section>
      <SettingsFields
        value={typed.settings}
        place="settings"
        editing={editing}
        onChange={(settings) => onChange({ settings })}
      />
      <Foot {...props} />
    </form>
  );
}

function Foot({ changed, saving, isNew, onSave, onDiscard }: WorkflowFormProps) {
  return (
    <div class="so-form-foot">
      <span class="so-quiet" role="status">
        {changed ? t('workflow.unsaved') : !isNew && t('workflow.isSaved')}
      </span>
      <div class="so-row-actions">
        {changed && (
          <Button variant="ghost" onClick={onDiscard}>
            {t('workflow.discard')}
          </Button>
        )}
        <Button
          variant="primary"
          busy={saving}
          disabledReason={changed || isNew ? undefined : t('workflow.isSaved')}
          onClick={onSave}
        >
          {isNew ? t('workflow.create') : t('workflow.save')}
        </Button>
      </div>
      {/* Enter in a field saves. */}
      <input type="submit" hidden />
    </div>
  );
}

/** Everything that forbids saving, each a way to its place. Takes the focus: saving was refused. */
function Wrong(props: {
  readonly lines: readonly LintLine[];
  readonly onShow: (place: string) => void;
}) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div class="so-problems" tabIndex={-1} ref={head}>
      <Notice tone="bad" announce title={t('workflow.notSaved')}>
        <ul>
          {props.lines.map(({ place, text }) => (
            <li key={`${place}/${text}`}>
              <Button variant="link" size="s" onClick={() => props.onShow(place)}>
                {[whereWords(place), text].filter(Boolean).join(': ')}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
