import { Notice } from '@/components/ui/notice';
import type { ConnectedKind } from '@/lib/domain/sender/sender';
import { sentence, t } from '@/lib/i18n/t';
import { clientWords } from './client-words';
import type { ConnectFailureCode, ConnectState } from './connect-state';

/** How connecting goes, read out as it changes. */
export function ConnectProgress({ connect }: { readonly connect: ConnectState }) {
  return (
    <div aria-live="polite">
      {connect.kind === 'connecting' && (
        <Notice
          tone="accent"
          title={t('options.mailbox.connecting', [t(`mailboxCompany.${connect.mailbox}`)])}
        >
          {t('options.mailbox.connectingHint', [t(`mailboxCompany.${connect.mailbox}`)])}
        </Notice>
      )}
      {connect.kind === 'failed' && (
        <Notice tone="bad">{failureSentence(connect.mailbox, connect.code)}</Notice>
      )}
    </div>
  );
}

function failureSentence(kind: ConnectedKind, code: ConnectFailureCode): string {
  const blanks = [t(`mailboxCompany.${kind}`), clientWords(kind).title];
  // Microsoft shows a wrong client in its window, and all that we learn is that it was closed.
  const isUnclear = kind === 'outlook' && code === 'cancelled';
  return sentence(`connectFailure.${isUnclear ? 'cancelledUnclear' : code}`, blanks);
}
