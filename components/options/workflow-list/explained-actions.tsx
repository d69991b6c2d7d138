import { CheckRow } from '@/components/ui/check-row';
import { Icon } from '@/components/ui/icon';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { t } from '@/lib/i18n/t';
import type { ExplainedAction } from '@/lib/rpc/workflow-views';
import type { Instant } from '@/lib/time/instant';
import type { ActionLabels } from './dry-run-view';

export interface ExplainedActionsProps {
  readonly actions: readonly ExplainedAction[];
  readonly labels: ActionLabels;
  readonly now: Instant;
}

/** What each action would do for a contact, or would not and why. */
export function ExplainedActions({ actions, labels, now }: ExplainedActionsProps) {
  if (actions.length === 0) return <p class="so-quiet">{t('workflows.explain.noActions')}</p>;
  return (
    <ol class="so-explained">
      {actions.map((action) => (
        <li key={action.actionId} data-result={action.result}>
          <p class="so-explained-action" data-tone={action.result === 'does' ? 'good' : 'warn'}>
            <Icon name={action.result === 'does' ? 'check' : 'close'} size={14} />
            <span>
              {labels.get(action.actionId) ?? t(`workflow.actions.${action.kind}`)}
              <span class="so-quiet"> · {resultOf(action)}</span>
            </span>
          </p>
          <Checks action={action} now={now} />
        </li>
      ))}
    </ol>
  );
}

/** What speaks for it is not worth a line: there would be fifteen. */
function Checks({ action, now }: { readonly action: ExplainedAction; readonly now: Instant }) {
  const against = action.checks.filter(({ result }) => result !== 'pass');
  if (against.length === 0) return null;
  return (
    <ul class="so-checks">
      {against.map((check) => (
        <CheckRow key={check.code} result={check.result} sentence={checkSentence(check, now)} />
      ))}
    </ul>
  );
}

function resultOf({ kind, result, branch }: ExplainedAction): string {
  if (result === 'skips') return t('workflows.explain.skips');
  if (kind !== 'branch') return t('workflows.explain.does');
  return branch === undefined
    ? t('workflows.explain.otherwise')
    : t('workflows.explain.branch', [branch]);
}
