import type { ActionOutcome } from '@/lib/domain/workflow/run';
import { checkName } from '@/lib/i18n/check-name';
import { t } from '@/lib/i18n/t';

/** What an action became, in a sentence; a skip says what stood against it. */
export function outcomeSentence(outcome: ActionOutcome): string {
  switch (outcome.kind) {
    case 'enrolled':
    case 'unenrolled':
      return t(`workflows.outcome.${outcome.kind}`, [outcome.sequence]);
    case 'skipped':
      return t('workflows.outcome.skipped', [skippedBecause(outcome)]);
    case 'branched':
      return outcome.branch === undefined
        ? t('workflows.explain.otherwise')
        : t('workflows.explain.branch', [outcome.branch]);
    case 'notEnrolled':
    case 'waited':
    case 'taskCreated':
    case 'propertySet':
      return t(`workflows.outcome.${outcome.kind}`);
  }
}

type Skipped = Extract<ActionOutcome, { kind: 'skipped' }>;

function skippedBecause({ codes, reason }: Skipped): string {
  if (codes.length > 0) return codes.map(checkName).join(', ');
  const known = (['loop', 'off', 'readOnly'] as const).find((one) => one === reason);
  return known ? t(`journal.skipped.${known}`) : t('workflows.outcome.otherReason');
}
