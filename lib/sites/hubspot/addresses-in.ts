import { parseEmailAddress } from '@/lib/domain/contact/email-address';

/**
 * Addresses in a value: one, or several with `;` between, perhaps with text for screen readers
 * around. A value that holds none is kept as it is, so that the rep is told that it is not valid.
 */
export function addressesIn(value: string | undefined): string[] {
  if (value === undefined) return [];
  const found = value
    .slice(0, 4_000)
    .split(/[\s;,<>()]+/)
    .filter((word) => parseEmailAddress(word) !== undefined);
  return found.length > 0 ? found : [value];
}

/** The address that stands where the name should be. A name that only has one in it is a name. */
export function addressAsName(title: string | undefined): string[] {
  return title !== undefined && parseEmailAddress(title) !== undefined ? [title] : [];
}
