import { parseEmailAddress } from './email-address';

const encoder = new TextEncoder();

/**
 * Could mail reach this address as far as its form goes? Beside what `parseEmailAddress` asks, the
 * limits of RFC 5321 hold in bytes and for the domain as DNS has it (RFC 6531, RFC 5890).
 *
 * @example isDeliverable('ada@example.com') // true
 * @example isDeliverable(`ada@${'ż'.repeat(60)}.example`) // false: its ASCII form is too long
 */
export function isDeliverable(address: string): boolean {
  if (parseEmailAddress(address) === undefined) return false;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  if (domain === undefined) return false;
  const octets = encoder.encode(local).length;
  return (
    octets <= 64 &&
    octets + 1 + domain.length <= 254 &&
    domain.split('.').every((label) => label.length <= 63)
  );
}

function asciiDomain(domain: string): string | undefined {
  if (/^[\x21-\x7e]+$/.test(domain)) return domain;
  return URL.parse(`http://${domain}`)?.hostname;
}
