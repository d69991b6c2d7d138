import type { BulkOutcome } from '@/lib/domain/enrollment/bulk';
import type { Instant } from '@/lib/time/instant';
import { checkName } from './check-name';
import { t } from './t';
import { when } from './when';

/** What became of one contact of a bulk; without an outcome it has not been its turn yet. */
export function bulkOutcomeSentence(outcome: BulkOutcome | undefined, now: Instant): string {
  switch (outcome?.kind) {
    case 'enrolled':
      return t('bulk.rowEnrolled', [when(outcome.firstAt, { now })]);
    case 'refused':
      return outcome.codes.length > 0
        ? t('bulk.rowRefused', [outcome.codes.map(checkName).join(', ')])
        : t('bulk.rowSkipped');
    case 'changed':
      return t('bulk.rowChanged');
    case 'unchanged':
      return t('bulk.rowUnchanged');
    case 'canceled':
      return t('bulk.rowCanceled');
    case undefined:
      return t('bulk.rowWaiting');
  }
}
