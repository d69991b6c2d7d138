import { MailboxSection } from '@/components/options/mailbox-section';
import type { OptionsAppProps } from './options-app';

/** Hands the mailbox part of the model to its section. */
export function MailboxPart({ model, zones, redirectUrl }: OptionsAppProps) {
  const { mailbox } = model;
  if (model.senders.value === undefined && !model.failed.value) return null;
  const client = mailbox.client.value;
  const connect = mailbox.connect.value;
  const needsClient =
    connect.kind === 'failed' && (connect.code === 'noClientId' || connect.code === 'badClient');
  return (
    <MailboxSection
      takesFocus={model.where.wentThere.value}
      senders={model.senders.value}
      failed={model.failed.value}
      connect={connect}
      zone={mailbox.zone.value}
      zones={zones}
      forms={model.senderForms.forms.value}
      leaving={mailbox.leaving.value}
      client={client}
      clientError={mailbox.clientError.value}
      clientOpen={needsClient || !client.saved || client.id === ''}
      redirectUrl={redirectUrl}
      onZone={mailbox.chooseZone}
      onConnect={(senderId) => void mailbox.start(senderId)}
      onAskToLeave={mailbox.askToLeave}
      onLeave={(sender) => void mailbox.leave(sender)}
      onClientId={mailbox.typeId}
      onClientSecret={mailbox.typeSecret}
      onSaveClient={() => void mailbox.saveClient()}
      onCopy={(text) => void model.copy(text)}
      onSender={model.senderForms.change}
      onSaveSender={(id) => void model.senderForms.save(id)}
      byHand={{
        draft: mailbox.byHand.draft.value,
        error: mailbox.byHand.error.value,
        busy: mailbox.byHand.busy.value,
        onChange: mailbox.byHand.change,
        onAdd: () => void mailbox.byHand.add(),
      }}
      onRetry={() => void model.refresh()}
    />
  );
}
