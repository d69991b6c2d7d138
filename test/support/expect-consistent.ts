import { expect } from 'vitest';
import { storeProblems } from './store-problems';
import type { WorkerWorld } from './worker-world';

/** Everything that must be true of a database, whatever happened to it. */
export async function expectConsistent(world: WorkerWorld): Promise<void> {
  expect(await storeProblems(await world.database())).toEqual([]);
}
