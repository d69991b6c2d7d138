import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { mailtoAddresses } from './mailto';

/** The addresses in a value of markup, which may be written out or be a `mailto:` link. */
export function plainAddress(value: string): string[] {
  if (/^\s*mailto:/i.test(value)) return mailtoAddresses(value.trim());
  const address = parseEmailAddress(value);
  return address ? [address] : [];
}
