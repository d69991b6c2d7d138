import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';
import type { DryRunContact } from '@/lib/rpc/workflow-views';
import type { Instant } from '@/lib/time/instant';
import type { ActionLabels, DryRunView } from './dry-run-view';
import { ExplainedActions } from './explained-actions';

export interface DryRunProps {
  readonly view: DryRunView;
  readonly labels: ActionLabels;
  readonly now: Instant;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** What a workflow would do to all contacts: how many fit, and some of them in detail. */
export function DryRun(props: DryRunProps) {
  const { view } = props;
  if (view.state === 'idle') return null;
  return (
    <div class="so-dry-run">
      <Progress {...props} />
      <dl class="so-counts">
        <Count name={t('workflows.run.checked')} value={view.checked} />
        <Count name={t('workflows.run.matched')} value={view.matched} />
        <Count name={t('workflows.run.cold')} value={view.cold} />
      </dl>
      {view.sample.length > 0 && <Sample {...props} />}
      {view.state === 'done' && view.matched === 0 && (
        <p class="so-quiet">{t('workflows.run.nobody')}</p>
      )}
    </div>
  );
}

function Progress({ view, onCancel, onAgain }: DryRunProps) {
  const { state, checked } = view;
  if (state === 'done') return null;
  if (state === 'running') {
    const sentence = t('workflows.run.sofar', [String(checked)]);
    return (
      <Notice
        tone="accent"
        title={t('workflows.run.running')}
        actions={
          <Button size="s" onClick={onCancel}>
            {t('workflows.run.cancel')}
          </Button>
        }
      >
        {/* How many there are is not known before all were looked at. */}
        <progress class="so-progress" aria-label={sentence} />
      </Notice>
    );
  }
  return (
    <Notice
      tone={state === 'failed' ? 'bad' : 'warn'}
      announce
      title={t(state === 'failed' ? 'workflows.run.failed' : 'workflows.run.canceled')}
      actions={
        <Button size="s" icon="refresh" onClick={onAgain}>
          {t('workflows.run.again')}
        </Button>
      }
    >
      {t('workflows.run.part')}
    </Notice>
  );
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="so-number">{value}</dd>
    </div>
  );
}

function Sample({ view, labels, now }: DryRunProps) {
  const shown = String(view.sample.length);
  return (
    <details class="so-sample" open={view.sample.length <= 3}>
      <summary>{t('workflows.run.sample', [shown, String(view.matched)])}</summary>
      <ul>
        {view.sample.map((contact) => (
          <li key={contact.contactId}>
            <p class="so-sample-name">
              <strong>
                <ForeignText text={nameOf(contact)} />
              </strong>
            </p>
            <ExplainedActions actions={contact.actions} labels={labels} now={now} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function nameOf({ name, address }: DryRunContact): string {
  if (name === '') return address ?? t('workflows.unnamed');
  return address === undefined || address === name ? name : `${name} · ${address}`;
}
