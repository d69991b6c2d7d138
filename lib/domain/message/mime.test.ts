import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import {
  address,
  aMessage,
  BODIES,
  HOSTILE,
  namesOf,
  USUAL,
} from '@/test/support/outgoing-messages';
import { htmlAlternative } from './html-alternative';
import { writeMime } from './mime';

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

// Hundreds of messages, some of 10 kB, on machines that are busy with other tests.
describe('writeMime', { timeout: 60_000 }, () => {
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
});
