import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import type { SenderId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';
import type { Zone } from '@/lib/time/zone';
import { ByHandForm, type ByHandFormProps } from './by-hand-form';
import { ClientSetup, type ClientSetupProps } from './client-setup';
import type { ConnectState } from './connect-state';
import { NotLoaded } from './not-loaded';
import { Section } from './section';
import type { SenderDraft, SenderForm } from './sender-draft';
import { SenderRow } from './sender-row';
import type { ZoneChoice } from './zone-choice';

export interface MailboxSectionProps extends ClientSetupProps {
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
  readonly onConnect: (senderId?: SenderId) => void;
  readonly onAskToLeave: (senderId: SenderId | undefined) => void;
  readonly onLeave: (sender: SenderChoice) => void;
  readonly onSender: (id: SenderId, change: Partial<SenderDraft>) => void;
  readonly onSaveSender: (id: SenderId) => void;
  readonly byHand: ByHandFormProps;
  readonly onRetry: () => void;
}

/** The mailboxes that emails leave from: how each stands, and how to connect one. */
export function MailboxSection(props: MailboxSectionProps) {
  const { connect, takesFocus } = props;
  const isFirst = props.senders?.length === 0;
  const isNew = connect.kind === 'connecting' && connect.senderId === undefined;
  return (
    <Section
      title={t('options.mailbox.title')}
      intro={t('options.mailbox.intro')}
      takesFocus={takesFocus}
    >
      <Senders {...props} />
      <ClientSetup {...props} />
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
        <Button variant="primary" icon="mail" busy={isNew} onClick={() => props.onConnect()}>
          {isFirst ? t('options.mailbox.connect') : t('options.mailbox.connectAnother')}
        </Button>
        <Progress connect={connect} />
      </div>
      <ByHandForm {...props.byHand} />
    </Section>
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
              zones={props.zones}
              onChange={(change) => props.onSender(sender.id, change)}
              onSave={() => props.onSaveSender(sender.id)}
              busy={connect.kind === 'connecting' && connect.senderId === sender.id}
              leaving={leaving === sender.id}
              onReconnect={() => props.onConnect(sender.id)}
              onAskToLeave={(asked) => props.onAskToLeave(asked ? sender.id : undefined)}
              onLeave={() => props.onLeave(sender)}
            />
          )
        );
      })}
    </ul>
  );
}

function Progress({ connect }: { readonly connect: ConnectState }) {
  return (
    <div aria-live="polite">
      {connect.kind === 'connecting' && (
        <Notice tone="accent" title={t('options.mailbox.connecting')}>
          {t('options.mailbox.connectingHint')}
        </Notice>
      )}
      {connect.kind === 'failed' && (
        <Notice tone="bad">{t(`connectFailure.${connect.code}`)}</Notice>
      )}
    </div>
  );
}
