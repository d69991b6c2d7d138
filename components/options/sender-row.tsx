import type { ComponentChildren } from 'preact';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import type { IconName } from '@/components/ui/icon';
import { Meter } from '@/components/ui/meter';
import type { Connection } from '@/lib/domain/sender/sender';
import { sentence, t } from '@/lib/i18n/t';
import { Ask } from './ask';
import { SenderForm, type SenderFormProps } from './sender-form';

const LOOK: Readonly<Record<Connection, { readonly tone: Tone; readonly icon: IconName }>> = {
  connected: { tone: 'good', icon: 'check' },
  expired: { tone: 'bad', icon: 'block' },
  revoked: { tone: 'bad', icon: 'block' },
  offline: { tone: 'warn', icon: 'offline' },
};

export interface SenderRowProps extends SenderFormProps {
  readonly busy: boolean;
  /** Stands below the settings: the days on which nothing leaves. */
  readonly away?: ComponentChildren;
  /** Asked to disconnect and not yet sure. */
  readonly leaving: boolean;
  readonly onReconnect: () => void;
  readonly onAskToLeave: (asked: boolean) => void;
  readonly onLeave: () => void;
}

/** One connected mailbox: whether it may send, how much is left, and the way out. */
export function SenderRow(props: SenderRowProps) {
  const { sender, busy, leaving, onReconnect, onAskToLeave } = props;
  const { address, connection, kind } = sender;
  const isByHand = kind === 'compose';
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
        <span class="so-quiet">{t(`mailboxKind.${kind}`)}</span>
      </span>
      {isByHand ? (
        <Badge>{t('options.mailbox.byHandBadge')}</Badge>
      ) : (
        <Badge {...LOOK[connection]}>{t(`connection.${connection}`)}</Badge>
      )}
      {isByHand && <p class="so-row-note">{t('options.mailbox.byHandNoReading')}</p>}
      {connection !== 'connected' && kind !== 'compose' && (
        <p class="so-row-note">
          {sentence(`connection.hint.${connection}`, [t(`mailboxCompany.${kind}`)])}
        </p>
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
      {sender.calendar === 'notGranted' && (
        <p class="so-row-note">{t('options.mailbox.calendarNotGranted')}</p>
      )}
      {sender.calendar === 'read' && (
        <p class="so-quiet so-row-wide">{t('options.mailbox.calendarRead')}</p>
      )}
      <SenderForm {...props} />
      {props.away}
      {leaving ? (
        <Ask
          question={t('options.mailbox.disconnectAsk', [address])}
          keep={t('options.mailbox.keep')}
          go={t('options.mailbox.disconnect')}
          onKeep={() => onAskToLeave(false)}
          onGo={props.onLeave}
        />
      ) : (
        <div class="so-row-actions">
          {!isByHand && (
            <Button
              size="s"
              variant={connection === 'expired' || connection === 'revoked' ? 'primary' : 'ghost'}
              busy={busy}
              label={t('options.mailbox.reconnectWho', [address])}
              onClick={onReconnect}
            >
              {t('options.mailbox.reconnect')}
            </Button>
          )}
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
