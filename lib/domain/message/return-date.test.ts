import { expect, test } from 'vitest';
import type { LocalDate } from '@/lib/time/local-date';
import { returnDate } from './return-date';

const today = '2026-12-02' as LocalDate;
const at = (text: string, monthFirst = false) => returnDate(text, { today, monthFirst });

test.each([
  ['I am back on December 14', '2026-12-14'],
  ['Back on the 14th of December, 2026.', '2026-12-14'],
  ['out until Dec 11', '2026-12-12'],
  ['out until Friday', '2026-12-05'],
  ['back next Wednesday', '2026-12-09'],
  ['away 1 - 12 December', '2026-12-13'],
  ['away Dec 3–10', '2026-12-11'],
  ['bis 18.12.', '2026-12-19'],
  ['vom 1. bis 12. Januar', '2027-01-13'],
  ['à partir du 5 janvier je serai de retour', '2027-01-05'],
  ['desde el 3 hasta el 10 de diciembre', '2026-12-11'],
  ['2026-12-20 tarihine kadar', '2026-12-21'],
  ['12月3日から10日まで休暇', '2026-12-11'],
  ['将于2027年1月4日返回', '2027-01-04'],
  ['من ١ يناير حتى ٥ يناير', '2027-01-06'],
])('%s: back on %s', (text, expected) => {
  expect(at(text)).toBe(expected);
});

test.each([
  ['05/01/2027', false, '2027-01-06'],
  ['05/01/2027', true, '2027-05-02'],
  ['12/20/2026', false, '2026-12-21'],
  ['20/12/2026', true, '2026-12-21'],
])('%s, month first: %s, is %s', (date, monthFirst, expected) => {
  expect(at(`until ${date}`, monthFirst)).toBe(expected);
});

test.each([
  'I am out until 14 August 2026',
  'I will return on 1 June 2029',
  'back on 31 February 2027',
  'I am away from December 10',
  'Call +48 22 12.12 or 020 7946 0958',
  'Version 2.10.4, 192.168.1.12, 10:30',
  'out of office',
  'I work Monday to Thursday',
])('%s: nobody knows when', (text) => {
  expect(at(text)).toBeUndefined();
});

test('reads a hostile text in time', () => {
  const started = performance.now();
  at('1.1.1.1 until '.repeat(50_000));
  at(`until ${'9'.repeat(100_000)}`);

  expect(performance.now() - started).toBeLessThan(2_000);
});
