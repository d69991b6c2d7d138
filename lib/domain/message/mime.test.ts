import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { htmlAlternative } from './html-alternative';
import { writeMime } from './mime';
import type { OutgoingMessage } from './outgoing-message';

function address(text: string) {
  const parsed = parseEmailAddress(text);
  if (parsed === undefined) throw new Error(`not an address: ${text}`);
  return parsed;
}

function aMessage(parts: Partial<OutgoingMessage> = {}): OutgoingMessage {
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
function headersOf(mime: string): readonly { readonly name: string; readonly value: string }[] {
  const head = mime.slice(0, mime.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
  return head.split('\r\n').map((line) => ({
    name: line.slice(0, line.indexOf(':')).toLowerCase(),
    value: line.slice(line.indexOf(':') + 1).trim(),
  }));
}

const namesOf = (mime: string) => headersOf(mime).map(({ name }) => name);

const USUAL = [
  'from',
  'to',
  'subject',
  'date',
  'x-sequence-overlay-key',
  'mime-version',
  'content-type',
];

const HOSTILE = [
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

const BODIES = [
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

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const looseText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));
const line = fc.oneof(
  fc.constantFrom(...HOSTILE),
  anyText,
  looseText,
  fc.tuple(fc.constantFrom(...HOSTILE), anyText).map((pair) => pair.join('')),
);
const body = fc.oneof(
  fc.constantFrom(...BODIES),
  anyText,
  looseText,
  fc
    .array(fc.oneof(fc.constantFrom(...BODIES), anyText), { maxLength: 4 })
    .map((l) => l.join('\n')),
);

/** What a reader should see of a header text, said independently of the writer. */
function seenInHeader(text: string): string {
  const kept: string[] = [];
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) ?? 0;
    const isControl = code <= 0x20 || (code >= 0x7f && code <= 0x9f);
    const isBreak = isControl || code === 0x2028 || code === 0x2029;
    if (!isBreak) kept.push(char);
    else if (kept.length > 0 && kept.at(-1) !== ' ') kept.push(' ');
  }
  if (kept.at(-1) === ' ') kept.pop();
  return kept.join('');
}

const seenAsName = (name: string) =>
  seenInHeader([...name].filter((char) => !/[\u202a-\u202e\u2066-\u2069]/.test(char)).join(''));

function seenInBody(text: string): string {
  const lines = text
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .join('\n');
  const visible = [...lines].filter(
    (char) => char === '\n' || char === '\t' || (char >= ' ' && char !== '\x7f'),
  );
  while (visible[0] === '\ufeff') visible.shift();
  return visible.join('');
}

/** The parser leaves CRLF as it is in base64, and ends a quoted-printable text with one more line end. */
const linesOf = (text = '') => text.replaceAll('\r\n', '\n').replace(/\n+$/, '');

describe('writeMime', () => {
  it('is read back by a mail parser as it was meant, whatever people typed', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, line, body, async (subject, fromName, toName, text) => {
        const message = aMessage({
          subject,
          text,
          from: { name: fromName, address: address('rita@example.com') },
          to: { name: toName, address: address('ada@example.com') },
        });

        const mime = writeMime(message);

        const parsed = await PostalMime.parse(mime);
        expect(parsed.subject ?? '').toBe(seenInHeader(subject));
        expect(parsed.from).toEqual({ name: seenAsName(fromName), address: 'rita@example.com' });
        expect(parsed.to).toEqual([{ name: seenAsName(toName), address: 'ada@example.com' }]);
        expect(parsed.cc).toBeUndefined();
        expect(parsed.bcc).toBeUndefined();
        expect(linesOf(parsed.text)).toBe(linesOf(seenInBody(text)));
        expect(linesOf(parsed.html)).toBe(htmlAlternative(seenInBody(text)));
        expect(parsed.attachments).toEqual([]);
        expect(namesOf(mime)).toEqual(USUAL);
      }),
      { numRuns: 400, seed: 20261120 },
    );
  });

  it('keeps every line within the limits and every encoded word within 75 characters', () => {
    fc.assert(
      fc.property(line, line, body, (subject, name, text) => {
        const mime = writeMime(
          aMessage({ subject, text, to: { name, address: address('ada@example.com') } }),
        );

        const lines = mime.split('\r\n');
        expect(mime.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
        for (const one of lines) expect(one.length).toBeLessThanOrEqual(78);
        for (const [word] of mime.matchAll(/=\?UTF-8\?[BQ]\?[^?]*\?=/g)) {
          expect(word.length).toBeLessThanOrEqual(75);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('writes no body line that starts with a dot, with From, or ends in white space', () => {
    const mime = writeMime(aMessage({ text: '.\nFrom me\n.. \nend \t\nFrom' }));

    const [, plain = ''] = mime.split('quoted-printable\r\n\r\n');
    const lines = plain.slice(0, plain.indexOf('\r\n--=_')).split('\r\n');
    expect(lines).toEqual(['=2E', '=46rom me', '=2E.=20', 'end =09', '=46rom']);
  });

  it('never lets a boundary occur in a part', () => {
    fc.assert(
      fc.property(
        body,
        fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }),
        (text, seed) => {
          const key = seed.replace(/ /g, '_');
          const mime = writeMime(aMessage({ text: `${text}\n--=_alternative_`, key }));

          const [, boundary = ''] = /boundary="([^"]+)"/.exec(mime) ?? [];
          expect(boundary.length).toBeGreaterThan(10);
          expect(mime.split(`--${boundary}`)).toHaveLength(4);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it('writes the same bytes for the same message', () => {
    expect(writeMime(aMessage())).toBe(writeMime(aMessage()));
  });

  it('names the conversation, our key and the date', () => {
    const mime = writeMime(
      aMessage({
        inReplyTo: '<b@mail.example.com>',
        references: ['<a@mail.example.com>', '<b@mail.example.com>'],
      }),
    );

    expect(headersOf(mime)).toEqual(
      expect.arrayContaining([
        { name: 'in-reply-to', value: '<b@mail.example.com>' },
        { name: 'references', value: '<a@mail.example.com> <b@mail.example.com>' },
        { name: 'x-sequence-overlay-key', value: 'e1:s1:0' },
        { name: 'date', value: 'Fri, 20 Nov 2026 09:30:00 +0000' },
      ]),
    );
  });

  it('drops a message id that would leave its header', () => {
    const mime = writeMime(
      aMessage({
        inReplyTo: '<a\r\nBcc: eve@example.com>',
        references: ['<ok@example.com>', 'junk\r\nX: 1', '<two\n@example.com>'],
      }),
    );

    expect(namesOf(mime)).not.toContain('in-reply-to');
    expect(headersOf(mime)).toContainEqual({ name: 'references', value: '<ok@example.com>' });
  });

  it('keeps the first and the newest references of a very long conversation', () => {
    const references = Array.from({ length: 500 }, (_, n) => `<${n}@example.com>`);

    const value = headersOf(writeMime(aMessage({ references }))).find(
      ({ name }) => name === 'references',
    )?.value;

    expect(value?.split(/ +/)).toEqual(['<0@example.com>', ...references.slice(-19)]);
  });

  it('writes an international domain in its ASCII form', () => {
    const to = { name: '', address: address('ada@żółw.example.com') };

    const mime = writeMime(aMessage({ to }));

    expect(headersOf(mime)).toContainEqual({
      name: 'to',
      value: 'ada@xn--w-uga1v8h.example.com',
    });
  });

  it.each([
    [
      'an address with a line end',
      { to: { name: '', address: 'a@example.com\r\nBcc: e@example.com' } },
    ],
    ['a second address', { to: { name: '', address: 'a@example.com,e@example.com' } }],
    ['no address', { to: { name: 'Ada', address: '' } }],
    ['a key with a line end', { key: 'k\r\nBcc: e@example.com' }],
    ['a key with a space', { key: 'k k' }],
    ['an empty key', { key: '' }],
    [
      'an extra header whose name holds another',
      { headers: [{ name: 'X: 1\r\nBcc', value: 'e' }] },
    ],
    ['an extra header with a line end', { headers: [{ name: 'X-A', value: 'a\r\nBcc: e' }] }],
    ['an extra header beyond ASCII', { headers: [{ name: 'X-A', value: 'ż' }] }],
    ['an extra header that is ours to set', { headers: [{ name: 'bcc', value: 'e@example.com' }] }],
    ['an endless word in an extra header', { headers: [{ name: 'X-A', value: 'a'.repeat(1000) }] }],
  ])('refuses %s', (_, parts) => {
    expect(() => writeMime(aMessage(parts as Partial<OutgoingMessage>))).toThrow(
      expect.objectContaining({ name: 'MimeError' }),
    );
  });

  it('takes an extra header that is right', () => {
    const headers = [{ name: 'List-Unsubscribe', value: '<mailto:stop@example.com?subject=stop>' }];

    expect(headersOf(writeMime(aMessage({ headers })))).toContainEqual({
      name: 'list-unsubscribe',
      value: '<mailto:stop@example.com?subject=stop>',
    });
  });
});
