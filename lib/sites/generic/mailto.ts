import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { PersonDraft } from '@/lib/sites/to-person';

/** A link text that names what the link does and not whom it reaches. */
const NOT_A_NAME =
  /^(e-?mail|mail|contact|write|send|message|get in touch|say hello|napisz|kontakt|wyślij|wiadomość)\b/i;
const MOST_ADDRESSES = 10;

/** The people a `mailto:` link writes to. With one address its text is their name. */
export function peopleOfLink(link: Element): readonly PersonDraft[] {
  const emails = mailtoAddresses(link.getAttribute('href') ?? '');
  const name = emails.length === 1 ? nameIn(link.textContent ?? '') : '';
  return emails.map((email) => ({ name, emails: [email] }));
}

/**
 * Addresses of a `mailto:` URI (RFC 6068): the path and the `to` field, percent-decoded, in which a
 * `+` is a plus. Copies (`cc`, `bcc`) are not whom the link is about.
 *
 * @example mailtoAddresses('mailto:ada%2Bwork@example.com?subject=Hi') // ['ada+work@example.com']
 */
export function mailtoAddresses(href: string): string[] {
  const [, path = '', query = ''] = /^mailto:([^?#]*)\??([^#]*)/i.exec(href.slice(0, 8_000)) ?? [];
  const fields = query.split('&').filter((field) => /^to=/i.test(field));
  const raw = [path, ...fields.map((field) => field.slice(3))].flatMap((text) => text.split(','));
  return raw
    .flatMap((text) => decode(text).split(','))
    .map((text) => parseEmailAddress(/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text))
    .filter((address) => address !== undefined)
    .slice(0, MOST_ADDRESSES);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function nameIn(text: string): string {
  const name = text.trim();
  const words = name.split(/\s+/);
  return name.includes('@') || NOT_A_NAME.test(name) || words.length > 6 || !/\p{L}/u.test(name)
    ? ''
    : name;
}
