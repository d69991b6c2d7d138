import type { Contact } from '@/lib/domain/contact/contact';
import type { WorkflowEvent } from '@/lib/domain/workflow/event';

/**
 * The contact as it was before it happened, as far as the event itself says. A contact that was not
 * there had nothing.
 */
export function beforeEvent(contact: Contact, event: WorkflowEvent): Contact {
  if (event.type === 'contactCreated') {
    const {
      company: _none,
      zone: _unknown,
      importedAt: _not,
      engagedAt: _never,
      ...rest
    } = contact;
    return { ...rest, name: '', emails: [], properties: {}, past: {} };
  }
  if (event.type !== 'propertyChanged') return contact;
  const added = Object.keys(event.after).filter((name) => !Object.hasOwn(event.before, name));
  const kept = Object.entries(contact.properties).filter(([name]) => !added.includes(name));
  return { ...contact, properties: { ...Object.fromEntries(kept), ...event.before } };
}
