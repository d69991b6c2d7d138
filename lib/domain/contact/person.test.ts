import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cleanText, personSchema, siteRefSchema } from './person';
import { siteRefKey } from './site-ref-key';

describe('cleanText', () => {
  test.each([
    ['plain text stays', 'Ada Lovelace', 'Ada Lovelace'],
    ['white space is folded', '  Ada \t\n  Lovelace\u00a0 ', 'Ada Lovelace'],
    ['a header cannot be started', 'Ada\r\nBcc: eve@example.com', 'Ada Bcc: eve@example.com'],
    ['NUL goes', 'Ada\0Lovelace', 'Ada Lovelace'],
    ['escape sequences go', '\u001b[31mAda', '[31mAda'],
    ['a direction override goes', 'Ada\u202ecod.exe', 'Adacod.exe'],
    ['direction isolates and marks go', '\u2066Ada\u2069\u200f\u200e', 'Ada'],
    ['zero-width characters go', 'A\u200bd\u200ca\ufeff', 'Ada'],
    ['line and paragraph separators fold', 'Ada\u2028Love\u2029lace', 'Ada Love lace'],
    ['invisible tags go', 'Ada\u{e0041}\u{e0042}', 'Ada'],
    ['half a surrogate pair goes', 'Ada\ud83d Lovelace\udc00', 'Ada Lovelace'],
    ['markup stays what it is', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['other alphabets stay', 'Żółć 愛 עדה आदा', 'Żółć 愛 עדה आदा'],
    ['a whole surrogate pair stays', 'Ada 🎩', 'Ada 🎩'],
    ['nothing is nothing', '\u200b\r\n\0', ''],
  ])('%s', (_why, raw, clean) => {
    expect(cleanText(raw, 200)).toBe(clean);
  });

  test('10 kB become the limit, counted in characters and not in halves', () => {
    expect(cleanText('a'.repeat(10_000), 200)).toBe('a'.repeat(200));
    expect(cleanText('🎩'.repeat(10_000), 200)).toBe('🎩'.repeat(200));
  });

  test('a cut leaves no space at the end', () => {
    expect(cleanText('abc def', 4)).toBe('abc');
  });

  test('whatever it is: short, well formed, on one line, and clean the second time', () => {
    const hostile = fc.constantFrom(
      '\r\n',
      '\0',
      '\u202e',
      '\ud800',
      '\udfff',
      '\u2028',
      '🎩',
      ' ',
    );
    const text = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary' })))
      .map((parts) => parts.join(''));

    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (raw, limit) => {
        const clean = cleanText(raw, limit);

        expect([...clean].length).toBeLessThanOrEqual(limit);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(clean.trim()).toBe(clean);
        expect(cleanText(clean, limit)).toBe(clean);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a person from a page', () => {
  test('is cleaned in every part', () => {
    const person = v.parse(personSchema, {
      name: 'Ada\r\n\u202eLovelace',
      emails: ['ada@example.com\r\nBcc: eve@example.com'],
      company: '<b>Engines</b>\0',
      properties: { first_name: 'A\nda' },
    });

    expect(person).toEqual({
      name: 'Ada Lovelace',
      emails: ['ada@example.com Bcc: eve@example.com'],
      company: '<b>Engines</b>',
      properties: { first_name: 'A da' },
    });
  });

  test.each([
    ['more than 20 addresses', { name: '', emails: Array.from({ length: 21 }, () => 'a') }],
    ['no name', { emails: [] }],
    ['a name that is no text', { name: {}, emails: [] }],
    [
      'an unending name of a property',
      { name: '', emails: [], properties: { ['k'.repeat(65)]: '' } },
    ],
    [
      'a record without id',
      { name: '', emails: [], ref: { site: 'x', account: '', recordId: '' } },
    ],
  ])('with %s is refused', (_why, raw) => {
    expect(v.safeParse(personSchema, raw).success).toBe(false);
  });
});

describe('siteRefKey', () => {
  test('two different records never share a key', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '/', '%', '2', 'F', '🎩'), maxLength: 6 });
    const ref = fc.record({ site: part, account: part, recordId: part });

    fc.assert(
      fc.property(ref, ref, (one, two) => {
        const same = JSON.stringify(one) === JSON.stringify(two);
        expect(siteRefKey(one) === siteRefKey(two)).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['site', 'account', 'recordId'])('half a surrogate pair in %s is refused', (field) => {
    const ref = { site: 'hubspot', account: '4711', recordId: '1', [field]: '1\ud800' };

    expect(v.safeParse(siteRefSchema, ref).success).toBe(false);
  });
});
