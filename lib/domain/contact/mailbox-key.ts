import { addressKey } from './email-address';

/** Gmail delivers with and without dots, and under both of its names. */
const GMAIL = /^(?:gmail|googlemail)\.com$/;

/**
 * What all spellings of one person's mailbox have in common: no `+tag`, no dots at Gmail.
 *
 * @example mailboxKey('Ada.King+crm@googlemail.com') // 'adaking@gmail.com'
 */
export function mailboxKey(address: string): string {
  const key = addressKey(address);
  const at = key.lastIndexOf('@');
  const domain = key.slice(at + 1);
  const tagged = key.indexOf('+');
  // A leading plus is no tag: something has to be left.
  const local = key.slice(0, tagged > 0 && tagged < at ? tagged : at);
  return GMAIL.test(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
