import { t } from '@/lib/i18n/t';

/** Says once, to nobody, what has to be said when the browser no longer translates for us. */
export function learnFarewell(): void {
  t('overlay.label');
  t('when.language');
  t('overlay.orphanedTitle');
  t('overlay.orphanedShort');
  t('overlay.orphanedBody');
  t('overlay.refresh');
  t('overlay.dismiss');
  t('overlay.cancel');
  t('ui.close');
}
