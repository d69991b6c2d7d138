import type { Contact } from '@/lib/domain/contact/contact';
import type { EnrollAction } from '@/lib/domain/workflow/action';
import type { EnrollChoices } from './prepare-enrollment';

/** What an action of a workflow chooses for a contact, at step one and with nothing typed. */
export function choicesOfAction(action: EnrollAction, contact: Contact): EnrollChoices {
  const { sequenceId, sender, useContactZone, allowColdLeads } = action;
  return {
    contact,
    sequenceId,
    allowColdLeads,
    clock: useContactZone ? 'contact' : 'sender',
    placeholders: {},
    ...(sender.type === 'CONTACT_OWNER'
      ? { ownerProperty: sender.contactOwnerProperty }
      : { senderId: sender.senderId, ...(sender.from && { from: sender.from }) }),
  };
}
