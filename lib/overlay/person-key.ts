import type { Person } from '@/lib/domain/contact/person';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';

/** Equal for two readings of the same person, however much of them the page shows by now. */
export function personKey(person: Person): string {
  if (person.ref) return `ref:${siteRefKey(person.ref)}`;
  const [email] = person.emails;
  return email === undefined ? `name:${person.name}` : `email:${email.toLowerCase()}`;
}
