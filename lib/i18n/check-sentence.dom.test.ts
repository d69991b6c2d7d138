import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHECK_CODES, type Check } from '@/lib/domain/enrollment/check';
import { DAY, HOUR } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { aCheck } from '@/test/support/overlay-builders';
import { CHECK_PARAMS } from './check-params';
import { checkSentence } from './check-sentence';

type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const locale = (language: string): { readonly check: Sentences; readonly checkName: object } =>
  parse(read(`locales/${language}.yml`));

/** Reasons as the domain lists them: `code → warns with, blocks with`. */
const reasons = new Map(
  [...read('../domain/enrollment/check.ts').matchAll(/^ \* \| (\w+) \| ([^|]*)\| ([^|]*)\|/gm)]
    .filter(([, code]) => code !== 'code')
    .map(([, code = '', warns = '', blocks = '']) => [
      code,
      new Set(`${warns},${blocks}`.replace(/\([^)]*\)/g, '').match(/\w+/g) ?? []),
    ]),
);

const said = (check: Partial<Check> & Pick<Check, 'code'>) =>
  checkSentence(aCheck(check.code, { result: 'block', ...check }), NOW);

/** A value for whatever a sentence may name. */
const ALL = {
  ...{ address: 'ada@example.com', from: 'rep@example.com', owner: 'kim@example.com' },
  ...{ sequence: 'Introduction', step: 2, steps: 3, days: 4, limit: 30, used: 12, size: 120 },
  ...{ property: 'hubspot_owner', tokens: 'contact.company', name: 'Grace', holiday: 'New Year' },
  ...{ zone: 'Asia/Tokyo', at: NOW + HOUR, sendAt: NOW + DAY, free: NOW + 2 * DAY },
};

describe.each(CHECK_CODES)('%s', (code) => {
  test('has a sentence for passing and for every reason that the domain lists', () => {
    const variants = Object.keys(CHECK_PARAMS[code]).filter((name) => !name.endsWith('Bare'));

    expect(variants.sort()).toEqual(['pass', ...(reasons.get(code) ?? [])].sort());
  });

  test.each(['en', 'pl'])('is said in %s, with exactly the blanks that are filled', (language) => {
    const { check, checkName } = locale(language);
    const sentences = check[code] ?? {};

    expect(checkName).toHaveProperty(code);
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(CHECK_PARAMS[code]).sort());
    for (const [variant, params] of Object.entries(CHECK_PARAMS[code])) {
      const blanks = new Set(sentences[variant]?.match(/\$\d/g));
      expect([variant, [...blanks].sort()]).toEqual([variant, params.map((_, at) => `$${at + 1}`)]);
    }
  });

  test('names everything that it was given', () => {
    for (const [reason, params] of Object.entries(CHECK_PARAMS[code])) {
      const result = reason === 'pass' ? 'pass' : 'warn';
      const full = said({ code, result, reason, params: ALL });

      expect(full).toMatch(/[.)]$/);
      expect(full).not.toMatch(/\$\d|undefined|NaN/);
      for (const name of params) {
        const value = Reflect.get(ALL, name);
        if (typeof value === 'string') expect(full).toContain(`\u2068${value}\u2069`);
      }
    }
  });
});

test('instants are said on the clock of the contact where the check names it, else on the rep’s', () => {
  const at = Date.parse('2026-11-28T21:00:00Z');
  const sendAt = Date.parse('2026-11-29T23:00:00Z');

  const quiet = said({
    code: 'quietTime',
    reason: 'weekend',
    params: { at, sendAt, zone: 'America/New_York' },
  });

  expect(quiet).toBe(
    'It would leave Saturday 4:00 PM their time, on a day off. Better: Sunday 6:00 PM.',
  );
});

test('a sentence without its last blank is another sentence, not one with a hole', () => {
  const params = { used: 500, limit: 500 };

  const known = said({
    code: 'dailyLimit',
    reason: 'full',
    params: { ...params, free: NOW + DAY },
  });
  const unknown = said({ code: 'dailyLimit', reason: 'full', params });
  const unlimited = said({ code: 'dailyLimit', result: 'pass', params: {} });

  expect(known).toContain('500 of 500. The first free slot: tomorrow');
  expect(unknown).toBe(
    'Daily limit reached: 500 of 500. Choose another sender, or try again later.',
  );
  expect(unlimited).toBe('No daily limit applies yet.');
});

test('a reason that this page does not know yet is named by its check', () => {
  expect(said({ code: 'coldLead', reason: 'fromTheFuture' })).toBe(
    'A rule that this version cannot explain: Cold lead. Refresh the page.',
  );
});

test('a hostile parameter stays inside its own direction and is not markup or a blank', () => {
  const sequence = '\u202E$2 <b>';

  const sentence = said({
    code: 'alreadyEnrolled',
    reason: 'held',
    params: { sequence, step: 1, steps: 3 },
  });

  expect(sentence).toContain(`\u2068${sequence}\u2069`);
});
