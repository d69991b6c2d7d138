import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { Person } from '@/lib/domain/contact/person';
import { toPerson } from '@/lib/sites/to-person';

/** Who an element with `email` and `name` attributes stands for. */
export function personOf(element: Element): Person | undefined {
  const email = parseEmailAddress(element.getAttribute('email'));
  if (!email) return undefined;
  const name = element.getAttribute('name') ?? '';
  // Gmail repeats the address where it has no name.
  return toPerson({
    name: name.toLowerCase() === email.toLowerCase() ? '' : name,
    emails: [email],
  });
}
