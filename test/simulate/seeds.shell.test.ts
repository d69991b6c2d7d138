import { expect, test } from 'vitest';
import { runSeed } from './run-seed';

const SEEDS = 200;

test(`in ${SEEDS} stories nothing is sent twice, lost, late for an answer or out of turn`, {
  timeout: 120_000,
}, async () => {
  const failed: string[] = [];
  const faults = new Map<string, number>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const result = await runSeed(seed);
    if (result.problems.length > 0) failed.push(`seed ${seed}: ${result.problems.join('; ')}`);
    for (const [fault, count] of result.faults) faults.set(fault, (faults.get(fault) ?? 0) + count);
  }

  expect(failed).toEqual([]);
  expect(faults.size).toBeGreaterThan(25);
});
