import { type EmailAddress, parseEmailAddress } from '@/lib/domain/contact/email-address';

/**
 * The rep's own address, which Gmail writes into the title before its name: `Inbox (3) -
 * rep@example.com - Gmail`, or `… - rep@example.com - Example Mail` in a company. The subject
 * comes first and may hold anything, so the last one counts.
 */
export function ownAddress(title: string): EmailAddress | undefined {
  const parts = title.split(' - ');
  for (const part of parts.toReversed()) {
    const address = parseEmailAddress(part);
    if (address) return address;
  }
  return undefined;
}
