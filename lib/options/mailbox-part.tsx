import { MailboxSection } from '@/components/options/mailbox-section';
import { AwayPart } from './away/away-part';
import type { OptionsAppProps } from './options-app';

/** Hands the mailbox part of the model to its section. */
export function MailboxPart({ model, zones, redirectUrl }: OptionsAppProps) {
  const { mailbox } = model;
  if (model.senders.value === undefined && !model.failed.value) return null;
  return (
    <MailboxSection
      takesFocus={model.where.wentThere.value}
      senders={model.senders.value}
      failed={model.failed.value}
      connect={mailbox.connect.value}
      zone={mailbox.zone.value}
      zones={zones}
      forms={model.senderForms.forms.value}
      leaving={mailbox.leaving.value}
      clients={mailbox.clients.value}
      redirectUrl={redirectUrl}
      onZone={mailbox.chooseZone}
      onConnect={(kind, senderId) => void mailbox.start(kind, senderId)}
      onAskToLeave={mailbox.askToLeave}
      onLeave={(sender) => void mailbox.leave(sender)}
      onClient={mailbox.type}
      onSaveClient={(kind) => void mailbox.saveClient(kind)}
      onCopy={(text) => void model.copy(text)}
      onSender={model.senderForms.change}
      onSaveSender={(id) => void model.senderForms.save(id)}
      awayOf={(sender) => <AwayPart model={model} sender={sender} />}
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
