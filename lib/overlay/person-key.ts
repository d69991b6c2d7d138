import { type Person, siteRefKey } from '@/lib/domain/contact/person';

/** Equal for two readings of the same person, however much of them the page shows by now. */
export function personKey(person: Person): string {
  if (person.ref) return `ref:${siteRefKey(person.ref)}`;
  const [email] = person.emails;
  return email === undefined ? `name:${person.name}` : `email:${email.toLowerCase()}`;
}
