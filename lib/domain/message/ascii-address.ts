import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { MimeError } from './mime-error';

/**
 * An address as it goes over the wire: an international domain becomes its ASCII form. A local part
 * outside ASCII has none; it stays UTF-8 (RFC 6531, 6532), which Gmail sends to servers that know
 * it and bounces otherwise.
 *
 * @throws {MimeError} when this is no address
 * @example asciiAddress('ada@zażółć.example.com') // 'ada@xn--za-6ja4f8n1l.example.com'
 */
export function asciiAddress(address: string): string {
  const parsed = parseEmailAddress(address);
  if (parsed === undefined) throw new MimeError('badAddress', address);
  const at = parsed.lastIndexOf('@');
  const domain = parsed.slice(at + 1);
  if (/^[\x21-\x7e]+$/.test(domain)) return parsed;
  const url = URL.parse(`http://${domain}`);
  if (url === null) throw new MimeError('badAddress', address);
  return `${parsed.slice(0, at)}@${url.hostname}`;
}
