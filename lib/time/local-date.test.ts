import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { localDateSchema } from './local-date';

describe('a day on a calendar', () => {
  test.each(['2026-02-28', '2028-02-29', '2026-12-31', '0001-01-01'])('%s is one', (date) => {
    expect(v.is(localDateSchema, date)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-02-31',
    '2026-04-31',
    '2026-13-01',
    '2026-1-1',
    '',
    'today',
  ])('%s is none', (date) => {
    expect(v.is(localDateSchema, date)).toBe(false);
  });
});
