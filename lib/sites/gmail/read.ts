import type { Person } from '@/lib/domain/contact/person';
import type { PageIdentity, PageReading } from '@/lib/sites/adapter';
import { mergePeople } from '@/lib/sites/merge-people';
import { firstVisible, queryVisible } from '@/lib/sites/query';
import { ownAddress } from './own-address';
import { personOf } from './person-of';
import { MESSAGE_RECIPIENT, MESSAGE_SENDER, THREAD } from './selectors';

const MOST_PEOPLE = 50;

/** Everybody in the open conversation but the rep: who wrote first, then who was written to. */
export function readGmail(document: Document, page: PageIdentity): PageReading {
  if (page.kind !== 'thread') return { people: [], drift: [] };
  // A window of its own has no main region around the conversation.
  const popout = page.key.includes('/popout/');
  const thread = firstVisible(document, THREAD) ?? (popout ? document.body : undefined);
  if (!thread) return { people: [], drift: ['thread'] };

  const senders = queryVisible(thread, MESSAGE_SENDER);
  const recipients = queryVisible(thread, MESSAGE_RECIPIENT);
  const own = ownAddress(document.title);
  const people = [...senders, ...recipients].map(personOf).filter((person) => person !== undefined);
  return {
    people: withoutOwn(people, own),
    drift: [...(senders.length === 0 ? ['message-sender'] : []), ...(own ? [] : ['own-address'])],
  };
}

/** The people without the rep. */
export function withoutOwn(people: readonly Person[], own: string | undefined): Person[] {
  return mergePeople(people, {
    own: own === undefined ? [] : [own],
    limit: MOST_PEOPLE,
  });
}
