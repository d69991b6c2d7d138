import type { FailureCode } from '@/lib/rpc/failure';
import { t } from './t';

/** What went wrong with a request, and what to do next. */
export function failureSentence(code: FailureCode): { title: string; next: string } {
  switch (code) {
    case 'badRequest':
      return { title: t('failure.badRequestTitle'), next: t('failure.badRequest') };
    case 'forbidden':
      return { title: t('failure.forbiddenTitle'), next: t('failure.forbidden') };
    case 'orphaned':
      return { title: t('failure.orphanedTitle'), next: t('failure.orphaned') };
    case 'storeUnavailable':
      return { title: t('failure.storeUnavailableTitle'), next: t('failure.storeUnavailable') };
    case 'storeLost':
      return { title: t('failure.storeLostTitle'), next: t('failure.storeLost') };
    case 'internal':
      return { title: t('failure.internalTitle'), next: t('failure.internal') };
  }
}
