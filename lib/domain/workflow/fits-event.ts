import type { Contact } from '@/lib/domain/contact/contact';
import type { WorkflowEvent } from './event';
import type { FilterGroups } from './filter';
import type { EventTrigger } from './trigger';

/** Who it happened to, and how filters are asked. */
export interface EventEnv {
  readonly contact: Contact;
  readonly holds: (groups: FilterGroups, contact: Contact) => boolean;
}

/**
 * Is this the event that the trigger waits for? Texts are compared whatever their case.
 *
 * @example fitsEvent({ type: 'emailReplied' }, { type: 'emailReplied' }, env) // true
 */
export function fitsEvent(trigger: EventTrigger, event: WorkflowEvent, env: EventEnv): boolean {
  switch (trigger.type) {
    case 'contactCreated':
      return event.type === trigger.type;
    case 'propertyChanged':
      return event.type === trigger.type && fitsChange(trigger, event, env);
    case 'formSubmitted':
      return event.type === trigger.type && (blank(trigger.form) || same(event.form, trigger.form));
    case 'pageVisited':
      return event.type === trigger.type && contains(event.url, withoutScheme(trigger.urlContains));
    case 'taskCompleted':
      return event.type === trigger.type && contains(event.title, trigger.titleContains);
    case 'emailSent':
    case 'emailReplied':
    case 'emailBounced':
    case 'emailUnsubscribed':
    case 'meetingBooked':
    case 'sequenceEnrolled':
    case 'sequenceFinished':
    case 'sequenceUnenrolled':
      return (
        event.type === trigger.type &&
        (trigger.sequenceId === undefined || event.sequenceId === trigger.sequenceId)
      );
  }
}

type Change = Extract<WorkflowEvent, { readonly type: 'propertyChanged' }>;

function fitsChange(
  { property, operation }: Extract<EventTrigger, { readonly type: 'propertyChanged' }>,
  { before, after }: Change,
  { contact, holds }: EventEnv,
): boolean {
  if (!Object.hasOwn(before, property) && !Object.hasOwn(after, property)) return false;
  if (operation === undefined) return true;
  const filter = { filterType: 'PROPERTY', property, operation } as const;
  return holds([{ filters: [filter] }], afterChange(contact, property, after));
}

/** The contact as the change left it: meanwhile the value may have changed again. */
function afterChange(contact: Contact, property: string, after: Change['after']): Contact {
  const { [property]: _now, ...properties } = contact.properties;
  const value = Object.hasOwn(after, property) ? after[property] : undefined;
  return {
    ...contact,
    properties: value === undefined ? properties : { ...properties, [property]: value },
  };
}

function blank(text: string | undefined): text is undefined | '' {
  return text === undefined || text.trim() === '';
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function contains(text: string, part: string | undefined): boolean {
  return blank(part) || text.toLowerCase().includes(part.trim().toLowerCase());
}

/** People paste whole addresses; an event holds host and path only. */
function withoutScheme(url: string | undefined): string | undefined {
  return url?.trim().replace(/^https?:\/\//i, '');
}
