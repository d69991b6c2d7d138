import { useEffect, useRef } from 'preact/hooks';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import type { IconName } from '@/components/ui/icon';
import { Meter } from '@/components/ui/meter';
import type { Connection } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';

const LOOK: Readonly<Record<Connection, { readonly tone: Tone; readonly icon: IconName }>> = {
  connected: { tone: 'good', icon: 'check' },
  expired: { tone: 'bad', icon: 'block' },
  revoked: { tone: 'bad', icon: 'block' },
  offline: { tone: 'warn', icon: 'offline' },
};

export interface SenderRowProps {
  readonly sender: SenderChoice;
  readonly busy: boolean;
  /** Asked to disconnect and not yet sure. */
  readonly leaving: boolean;
  readonly onReconnect: () => void;
  readonly onAskToLeave: (asked: boolean) => void;
  readonly onLeave: () => void;
}

/** One connected mailbox: whether it may send, how much is left, and the way out. */
export function SenderRow(props: SenderRowProps) {
  const { sender, busy, leaving, onReconnect, onAskToLeave } = props;
  const { address, connection } = sender;
  const { limit, used, scheduled } = sender.limit;
  const left = t('options.mailbox.left', [String(Math.max(0, limit - used)), String(limit)]);
  const counts = [
    t('options.mailbox.sent', [String(used)]),
    t('options.mailbox.scheduled', [String(scheduled)]),
  ].join(' · ');
  return (
    <li class="so-row so-row-sender" data-tone={LOOK[connection].tone}>
      <span class="so-row-name">
        <strong>
          <ForeignText text={address} />
        </strong>
      </span>
      <Badge {...LOOK[connection]}>{t(`connection.${connection}`)}</Badge>
      {connection !== 'connected' && (
        <p class="so-row-note">{t(`connection.hint.${connection}`)}</p>
      )}
      <div class="so-row-wide">
        <Meter
          label={t('options.mailbox.limit')}
          value={left}
          used={used}
          scheduled={scheduled}
          limit={limit}
          description={`${counts}, ${left}`}
        />
        <p class="so-quiet so-number">{counts}</p>
      </div>
      {leaving ? (
        <LeaveQuestion {...props} />
      ) : (
        <div class="so-row-actions">
          <Button
            size="s"
            variant={connection === 'expired' || connection === 'revoked' ? 'primary' : 'ghost'}
            busy={busy}
            label={t('options.mailbox.reconnectWho', [address])}
            onClick={onReconnect}
          >
            {t('options.mailbox.reconnect')}
          </Button>
          <Button
            size="s"
            variant="ghost"
            label={t('options.mailbox.disconnectWho', [address])}
            onClick={() => onAskToLeave(true)}
          >
            {t('options.mailbox.disconnect')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Asked in place of the button that was pressed; the safe answer has the focus. */
function LeaveQuestion({ sender, onAskToLeave, onLeave }: SenderRowProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="so-row-wide so-ask">
      <p id="so-ask">{t('options.mailbox.disconnectAsk', [sender.address])}</p>
      <div class="so-row-actions">
        <Button size="s" buttonRef={keep} describedBy="so-ask" onClick={() => onAskToLeave(false)}>
          {t('options.mailbox.keep')}
        </Button>
        <Button size="s" variant="danger" onClick={onLeave}>
          {t('options.mailbox.disconnect')}
        </Button>
      </div>
    </div>
  );
}
