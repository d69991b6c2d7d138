import { expect, test } from 'vitest';
import { killRun } from '../kill/kill-run';

/** A short `npm run kill-test`: every life ends with a kill, and the database is lost after each. */
test('a killed browser whose database was wiped, set back or replaced sends everything exactly once', {
  timeout: 240_000,
}, async () => {
  const report = await killRun({
    args: [],
    kills: 3,
    seed: 4,
    emails: 1,
    damageEvery: 1,
    say: () => undefined,
  });

  expect(report.violations).toEqual([]);
  expect(report.detected).toEqual({ wiped: 1, rolledBack: 1, recreated: 1 });
  expect(report.emails).toBe(report.acknowledged);
  expect(report.acknowledged).toBeGreaterThan(0);
});
