import * as v from 'valibot';

/**
 * One RFC 5321 mailbox, lower-cased domain, no display name, no comments. Letters outside ASCII are
 * allowed (RFC 6531). The local part keeps its case, because its owner decides what it means.
 */
export const emailAddressSchema = v.pipe(
  v.string(),
  v.trim(),
  // First, so that what is stored was itself checked: some letters grow when lower-cased.
  v.transform(lowerDomain),
  v.check(isMailbox, 'expected an email address'),
  v.brand('EmailAddress'),
);

const MAILBOX =
  /^[^\s@"(),:;<>[\\\]\p{Cc}\p{Cf}\p{Cs}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]$/u;

function isMailbox(text: string): boolean {
  return text.length <= 254 && MAILBOX.test(text) && !/^\.|\.\.|\.@/.test(text);
}

function lowerDomain(text: string): string {
  const at = text.lastIndexOf('@');
  return text.slice(0, at) + text.slice(at).toLowerCase();
}

export type EmailAddress = v.InferOutput<typeof emailAddressSchema>;

/**
 * Reads an address from text of a page or a person.
 *
 * @example parseEmailAddress(' Ada@Example.com ') // 'Ada@example.com'
 * @example parseEmailAddress('ada@example.com\r\nBcc: x@example.com') // undefined
 */
export function parseEmailAddress(text: unknown): EmailAddress | undefined {
  if (typeof text !== 'string') return undefined;
  // The same steps as the schema's, so that pages carry no schema library.
  const address = lowerDomain(text.trim());
  return isAddress(address) ? address : undefined;
}

function isAddress(text: string): text is EmailAddress {
  return isMailbox(text);
}

/** The form under which two spellings of an address are the same mailbox in practice. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}
