import type { Contact } from '@/lib/domain/contact/contact';
import type { WorkflowEvent } from '@/lib/domain/workflow/event';

type Change = Extract<WorkflowEvent, { readonly type: 'propertyChanged' }>;

/** The contact as it was before its properties changed, as far as the event itself says. */
export function beforeEvent(contact: Contact, { before, after }: Change): Contact {
  const isAdded = (name: string) => Object.hasOwn(after, name) && !Object.hasOwn(before, name);
  const kept = Object.entries(contact.properties).filter(([name]) => !isAdded(name));
  return { ...contact, properties: { ...Object.fromEntries(kept), ...before } };
}
