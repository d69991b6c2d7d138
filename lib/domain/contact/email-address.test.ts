import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey, parseEmailAddress } from './email-address';

const LOCAL_64 = 'a'.repeat(64);
/** 254 characters in all, each label within 63. */
const DOMAIN_OF = (length: number) =>
  `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(length - 140)}.example.com`;
const LONGEST = `${LOCAL_64}@${DOMAIN_OF(254 - 65)}`;

test.each([
  ['ada@example.com', 'ada@example.com'],
  [' Ada.Lovelace+news@Example.COM ', 'Ada.Lovelace+news@example.com'],
  ['ada@example.com\r\n', 'ada@example.com'],
  ["o'hara@example.com", "o'hara@example.com"],
  ['1@example.com', '1@example.com'],
  ['_@a-b.example.com', '_@a-b.example.com'],
  ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
  ['ada@xn--zac-8la51imb07b.example.com', 'ada@xn--zac-8la51imb07b.example.com'],
  ['ada@ZAŻÓŁĆ.example.com', 'ada@zażółć.example.com'],
  ['zażółć@example.com', 'zażółć@example.com'],
  ['ada@उदाहरण.परीक्षा', 'ada@उदाहरण.परीक्षा'],
  ['ada@例え.テスト', 'ada@例え.テスト'],
  ['ada@sub.sub.sub.example.com', 'ada@sub.sub.sub.example.com'],
  ['postmaster@1.example.com', 'postmaster@1.example.com'],
  [`${LOCAL_64}@example.com`, `${LOCAL_64}@example.com`],
  [LONGEST, LONGEST],
])('%j is the address %j', (text, address) => {
  expect(parseEmailAddress(text)).toBe(address);
});

test('the longest address is as long as one may be', () => {
  expect(LONGEST).toHaveLength(254);
});

test.each([
  ['empty', ''],
  ['white space', ' \t\r\n'],
  ['no at', 'ada.example.com'],
  ['no local part', '@example.com'],
  ['no domain', 'ada@'],
  ['two ats', 'ada@eve@example.com'],
  ['no dot in the domain', 'ada@localhost'],
  ['a header in it', 'ada@example.com\r\nBcc: eve@example.com'],
  ['a bare line feed in it', 'ada@example.com\nBcc:eve@example.com'],
  ['a carriage return in the local part', 'a\rda@example.com'],
  ['a NUL', 'ada\0@example.com'],
  ['an escape', 'ada\u001b@example.com'],
  ['a space', 'ada lovelace@example.com'],
  ['a no-break space', 'ada\u00a0x@example.com'],
  ['a line separator', 'ada\u2028@example.com'],
  ['a right-to-left override', 'ada\u202e@example.com'],
  ['a right-to-left mark in the domain', 'ada@exam\u200fple.com'],
  ['a zero-width space', 'ada\u200b@example.com'],
  ['a byte order mark within', 'ada\ufeff@example.com'],
  ['half a surrogate pair', 'ada\ud800@example.com'],
  ['a quoted local part', '"ada lovelace"@example.com'],
  ['a display name', 'Ada <ada@example.com>'],
  ['angle brackets', '<ada@example.com>'],
  ['a comment', 'ada(countess)@example.com'],
  ['a list', 'ada@example.com,eve@example.com'],
  ['a list with semicolons', 'ada@example.com;eve@example.com'],
  ['a route', '@a.example.com:ada@example.com'],
  ['an address literal', 'ada@[192.0.2.1]'],
  ['a bare address', 'ada@192.0.2.1'],
  ['a backslash', 'ada\\@example.com'],
  ['a leading dot', '.ada@example.com'],
  ['a trailing dot of the local part', 'ada.@example.com'],
  ['two dots', 'a..da@example.com'],
  ['two dots in the domain', 'ada@example..com'],
  ['a leading dot of the domain', 'ada@.example.com'],
  ['a trailing dot of the domain', 'ada@example.com.'],
  ['a hyphen before a label', 'ada@-example.com'],
  ['a hyphen after a label', 'ada@example-.com'],
  ['a top level of one letter', 'ada@example.c'],
  ['a top level of digits', 'ada@example.123'],
  ['a local part of 65', `${LOCAL_64}a@example.com`],
  ['a label of 64', `ada@${'b'.repeat(64)}.example.com`],
  ['255 characters', `${LOCAL_64}@${DOMAIN_OF(255 - 65)}`],
  ['markup', '<img onerror=alert(1)>@example.com'],
  ['10 kB', `${'a'.repeat(10_000)}@example.com`],
])('%s is no address', (_why, text) => {
  expect(parseEmailAddress(text)).toBeUndefined();
});

test.each([undefined, null, 1, {}, ['ada@example.com']])('%j is no address', (value) => {
  expect(parseEmailAddress(value)).toBeUndefined();
});

test('what was read is read again as the same, so a stored address always fits', () => {
  const letter = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 });
  const tricky = fc.constantFrom('İ', 'ẞ', 'Σ', 'ß', 'é', 'İ̇', 'परी');
  const label = fc.array(fc.oneof(letter, tricky), { minLength: 1, maxLength: 70 });
  const candidate = fc
    .tuple(label, label, fc.constantFrom('com', 'COM', 'İİ', 'परीक्षा'))
    .map(([local, domain, top]) => `${local.join('')}@${domain.join('')}.${top}`);
  let read = 0;

  fc.assert(
    fc.property(candidate, (text) => {
      const once = parseEmailAddress(text);
      if (once === undefined) return;
      read += 1;

      expect(parseEmailAddress(once)).toBe(once);
    }),
    { numRuns: 2_000, examples: [['ada@İstanbul.example.com'], [`ada@${'İ'.repeat(40)}.com`]] },
  );
  expect(read).toBeGreaterThan(20);
});

test('two spellings of one mailbox have one key', () => {
  expect(addressKey('Ada@Example.com')).toBe(addressKey('ada@example.com'));
  expect(addressKey('ada@example.com')).not.toBe(addressKey('ada+1@example.com'));
});
