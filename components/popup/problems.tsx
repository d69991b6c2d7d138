import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';
import { waitingSentence } from '@/lib/i18n/waiting-sentence';
import type { Overview } from '@/lib/rpc/views';

/** What only the rep can mend, by connecting the mailbox again. */
const NEEDS_RECONNECT: readonly string[] = ['expired', 'revoked'];

export interface ProblemsProps {
  readonly problems: Overview['problems'];
  readonly onOpen: (section: 'mailbox' | 'outbox' | 'tasks') => void;
}

/** Where the rep says what is to become of it. */
const DECIDED_IN = { late: 'outbox', confirm: 'tasks' } as const;

/** Why mail that is due does not leave: the first thing a rep has to see. */
export function Problems({ problems, onOpen }: ProblemsProps) {
  return (
    <>
      {problems.map(({ code, senderId, address, count }) => {
        const broken = NEEDS_RECONNECT.includes(code);
        return (
          <Notice
            key={`${code}/${senderId ?? ''}`}
            tone={broken || code === 'stopped' ? 'bad' : 'warn'}
            icon={code === 'offline' ? 'offline' : undefined}
            title={address}
            actions={
              (broken || code === 'late' || code === 'confirm') && (
                <Button
                  size="s"
                  onClick={() =>
                    onOpen(code === 'late' || code === 'confirm' ? DECIDED_IN[code] : 'mailbox')
                  }
                >
                  {t(broken ? 'popup.reconnect' : 'popup.decide')}
                </Button>
              )
            }
          >
            {waitingSentence(code)}
            {count > 0 && <p class="so-quiet">{t('popup.waitingCount', [String(count)])}</p>}
          </Notice>
        );
      })}
    </>
  );
}
