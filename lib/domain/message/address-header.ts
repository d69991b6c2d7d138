import { asciiAddress } from './ascii-address';
import { cleanDisplayName } from './clean-header-text';
import { encodeWords } from './encoded-word';
import type { Correspondent } from './outgoing-message';
import { isPlain } from './unstructured';

/** RFC 5322 atoms and spaces: needs no quotes. */
const PHRASE = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/;

/**
 * A correspondent as the value of `From` or `To`. The name can never end the header, add a
 * recipient, or be taken for the address.
 *
 * @param lead how many characters stand before the value on its line
 * @throws {MimeError} when the address is none
 * @example addressHeader({ name: 'Doe, Ann', address: ann }, 4) // '"Doe, Ann" <ann@example.com>'
 */
export function addressHeader({ name, address }: Correspondent, lead: number): string {
  const target = asciiAddress(address);
  const clean = cleanDisplayName(name);
  return clean === '' ? target : `${phrase(clean, lead)} <${target}>`;
}

function phrase(name: string, lead: number): string {
  if (!isPlain(name)) return encodeWords(name, lead);
  return PHRASE.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}
