import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { EmptyState } from '@/components/ui/empty-state';
import type { SenderId } from '@/lib/domain/ids';
import type { ConnectedKind } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';
import type { Zone } from '@/lib/time/zone';
import { ByHandForm, type ByHandFormProps } from './by-hand-form';
import { ClientSetup, type ClientSetupProps } from './client-setup';
import { ConnectProgress } from './connect-progress';
import type { ClientForm, ConnectState } from './connect-state';
import { NotLoaded } from './not-loaded';
import { Section } from './section';
import type { SenderDraft, SenderForm } from './sender-draft';
import { SenderRow } from './sender-row';
import type { ZoneChoice } from './zone-choice';

export interface MailboxSectionProps extends Omit<ClientSetupProps, 'client'> {
  /** One per provider, in the order in which they are offered. */
  readonly clients: readonly ClientForm[];
  readonly takesFocus: boolean;
  /** `undefined` until they were read. */
  readonly senders: readonly SenderChoice[] | undefined;
  readonly failed: boolean;
  readonly connect: ConnectState;
  readonly zone: Zone;
  readonly zones: readonly ZoneChoice[];
  readonly forms: ReadonlyMap<SenderId, SenderForm>;
  readonly leaving: SenderId | undefined;
  readonly onZone: (zone: Zone) => void;
  readonly onConnect: (kind: ConnectedKind, senderId?: SenderId) => void;
  readonly onAskToLeave: (senderId: SenderId | undefined) => void;
  readonly onLeave: (sender: SenderChoice) => void;
  readonly onSender: (id: SenderId, change: Partial<SenderDraft>) => void;
  readonly onSaveSender: (id: SenderId) => void;
  /** The days away of one sender. */
  readonly awayOf?: (sender: SenderChoice) => ComponentChildren;
  readonly byHand: ByHandFormProps;
  readonly onRetry: () => void;
}

/** The mailboxes that emails leave from: how each stands, and how to connect one. */
export function MailboxSection(props: MailboxSectionProps) {
  const { clients, takesFocus } = props;
  return (
    <Section
      title={t('options.mailbox.title')}
      intro={t('options.mailbox.intro')}
      takesFocus={takesFocus}
    >
      <Senders {...props} />
      {clients.map((client) => (
        <ClientSetup key={client.kind} {...props} client={client} />
      ))}
      <div class="so-card so-form">
        <Combobox
          label={t('options.mailbox.zone')}
          value={props.zone}
          options={props.zones}
          onSelect={props.onZone}
          placeholder={t('options.mailbox.zoneFind')}
          nothingFound={t('options.mailbox.zoneNothing')}
        />
        <p class="so-field-hint">{t('options.mailbox.zoneHint')}</p>
        <div class="so-connect">
          {clients.map(({ kind }) => (
            <ConnectButton key={kind} {...props} kind={kind} />
          ))}
        </div>
        <ConnectProgress connect={props.connect} />
      </div>
      <ByHandForm {...props.byHand} />
    </Section>
  );
}

function ConnectButton({
  kind,
  senders = [],
  connect,
  onConnect,
}: MailboxSectionProps & { readonly kind: ConnectedKind }) {
  const isBusy =
    connect.kind === 'connecting' && connect.mailbox === kind && connect.senderId === undefined;
  const name = t(`mailboxKind.${kind}`);
  const isFirst = senders.every((sender) => sender.kind !== kind);
  return (
    <Button variant="primary" icon="mail" busy={isBusy} onClick={() => onConnect(kind)}>
      {t(isFirst ? 'options.mailbox.connect' : 'options.mailbox.connectAnother', [name])}
    </Button>
  );
}

function Senders(props: MailboxSectionProps) {
  const { senders, failed, connect, leaving } = props;
  if (failed) return <NotLoaded onRetry={props.onRetry} />;
  if (senders === undefined) return null;
  if (senders.length === 0) {
    return (
      <EmptyState icon="mail" title={t('options.mailbox.none')}>
        {t('options.mailbox.noneHint')}
      </EmptyState>
    );
  }
  return (
    <ul class="so-list" aria-label={t('options.mailbox.list')}>
      {senders.map((sender) => {
        const form = props.forms.get(sender.id);
        return (
          form && (
            <SenderRow
              key={sender.id}
              sender={sender}
              form={form}
              away={props.awayOf?.(sender)}
              zones={props.zones}
              onChange={(change) => props.onSender(sender.id, change)}
              onSave={() => props.onSaveSender(sender.id)}
              busy={connect.kind === 'connecting' && connect.senderId === sender.id}
              leaving={leaving === sender.id}
              onReconnect={() => {
                if (sender.kind !== 'compose') props.onConnect(sender.kind, sender.id);
              }}
              onAskToLeave={(asked) => props.onAskToLeave(asked ? sender.id : undefined)}
              onLeave={() => props.onLeave(sender)}
            />
          )
        );
      })}
    </ul>
  );
}
