import type { EnrollChoices } from '@/lib/background/enrolling/prepare-enrollment';
import type { Contact } from '@/lib/domain/contact/contact';
import type { EnrollAction } from '@/lib/domain/workflow/action';

/** What an action chooses for a contact, as the choices of an enrollment. */
export function actionChoices(action: EnrollAction, contact: Contact): EnrollChoices {
  const { sequenceId, sender, useContactZone, allowColdLeads = false } = action;
  return {
    contact,
    sequenceId,
    placeholders: {},
    allowColdLeads,
    clock: useContactZone ? 'contact' : 'sender',
    ...(sender.type === 'CONTACT_OWNER'
      ? { ownerProperty: sender.contactOwnerProperty }
      : { senderId: sender.senderId, ...(sender.from && { from: sender.from }) }),
  };
}
