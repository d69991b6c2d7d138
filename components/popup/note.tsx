import { Notice } from '@/components/ui/notice';
import { failureSentence } from '@/lib/i18n/failure-sentence';
import { t } from '@/lib/i18n/t';
import type { UnenrollOutcome } from '@/lib/rpc/views';
import type { PopupNote } from './popup-note';

/** What came of the last click, read out as it appears. */
export function Note({ note }: { readonly note: PopupNote }) {
  if (note.kind === 'failed') {
    const { title, next } = failureSentence(note.code);
    return (
      <Notice tone="bad" title={title}>
        {next}
      </Notice>
    );
  }
  return (
    <Notice tone={note.kind === 'unenrolled' ? 'good' : 'warn'}>{outcomeSentence(note)}</Notice>
  );
}

function outcomeSentence(note: UnenrollOutcome): string {
  switch (note.kind) {
    case 'unenrolled':
      return t('popup.unenrolled', [note.sequenceName]);
    case 'tooLate':
      return t('popup.tooLate');
    case 'notEnrolled':
      return t('popup.notEnrolled');
  }
}
