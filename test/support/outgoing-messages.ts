import { type EmailAddress, parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { OutgoingMessage } from '@/lib/domain/message/outgoing-message';

export function address(text: string): EmailAddress {
  const parsed = parseEmailAddress(text);
  if (parsed === undefined) throw new Error(`not an address: ${text}`);
  return parsed;
}

export function aMessage(parts: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    from: { name: 'Rita Rep', address: address('rita@example.com') },
    to: { name: 'Ada Lovelace', address: address('ada@example.com') },
    subject: 'Hello',
    text: 'Hi Ada,\n\nshall we talk?',
    key: 'e1:s1:0',
    date: Date.UTC(2026, 10, 20, 9, 30),
    ...parts,
  };
}

/** The headers as they stand on the wire, unfolded; names lower-cased. */
export function headersOf(
  mime: string,
): readonly { readonly name: string; readonly value: string }[] {
  const head = mime.slice(0, mime.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
  return head.split('\r\n').map((line) => ({
    name: line.slice(0, line.indexOf(':')).toLowerCase(),
    value: line.slice(line.indexOf(':') + 1).trim(),
  }));
}

export const namesOf = (mime: string) => headersOf(mime).map(({ name }) => name);

/** The headers of a message that asks for nothing special. */
export const USUAL = [
  'from',
  'to',
  'subject',
  'date',
  'x-sequence-overlay-key',
  'mime-version',
  'content-type',
];

/** What a page, a CRM or a person may put where one line of text belongs. */
export const HOSTILE = [
  'Hi\r\nBcc: eve@example.com',
  'Hi\nX-Injected: 1\n\n<b>body</b>',
  'a\r b\u2028Cc: eve@example.com\u2029c\u0085d',
  '"Ann \\" <eve@example.com>, "',
  'Doe, Ann (Sales) <x@y>; group:',
  '=?UTF-8?Q?Bcc=3A_eve=40example.com?=',
  'Zażółć gęślą jaźń 👩‍👩‍👧‍👦 🏳️‍🌈',
  'שלום עולם مرحبا',
  '\u202egnp.exe\u202c',
  'nul\0bell\u0007escape\u001b[31m',
  'lone \ud83d surrogate \udc00',
  ' leading and trailing ',
  'x'.repeat(10_000),
  'ż'.repeat(10_000),
  '👍'.repeat(500),
  'word '.repeat(200),
  '',
  '.',
  '?=',
  "O'Brien",
];

/** Bodies that mail has always had trouble with. */
export const BODIES = [
  '.\n..\n.leading dot',
  'From here\nFrom there\n>From',
  'trailing space \ntrailing tab\t\n \n',
  'x'.repeat(10_000),
  `${'word '.repeat(2_000)}.`,
  'ż'.repeat(10_000),
  'a=3D b= =\n=_alternative_00000000\n--=_alternative_00000000--',
  'one\rtwo\r\nthree\n\rfour',
  '\ufeffmark',
  'lone \ud83d surrogate',
  'nul \0 inside',
  '<script>alert(1)</script> & "quotes"',
  '',
];
