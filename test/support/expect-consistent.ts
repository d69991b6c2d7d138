import { expect } from 'vitest';
import type { WorkerWorld } from './worker-world';

/** Everything that must be true of a database, whatever happened to it. */
export async function expectConsistent(world: WorkerWorld): Promise<void> {
  const database = await world.database();
  const [enrollments, claims, rows, limits, heads] = await Promise.all([
    database.getAll('enrollments'),
    database.getAll('claims'),
    database.getAll('outbox'),
    database.getAll('limits'),
    database.getAll('sequences'),
  ]);
  const live = enrollments.filter(({ state }) =>
    ['scheduled', 'active', 'paused'].includes(state.kind),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(claims.map(({ enrollmentId }) => enrollmentId).sort()).toEqual(
    live.map(({ id }) => id).sort(),
  );
  expect(new Set(live.map(({ to }) => to)).size).toBe(live.length);
  expect(sum(heads.map((head) => head.live))).toBe(live.length);
  const open = rows.filter(({ state }) => state === 'due' || state === 'sending');
  expect(sum(limits.map(({ scheduled }) => scheduled))).toBe(open.length);
  expect(Math.max(0, ...limits.flatMap(({ minutes }) => minutes))).toBeLessThanOrEqual(10);
}
