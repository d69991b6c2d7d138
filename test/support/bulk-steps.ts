import { bulkStatus } from '@/lib/background/bulk/bulk-status';
import { runBulks } from '@/lib/background/bulk/run-bulks';
import { startBulk } from '@/lib/background/bulk/start-bulk';
import type { BulkChoices } from '@/lib/domain/enrollment/bulk';
import { senderId, sequenceId } from './builders';
import { somePeople, turns, type WorkerWorld } from './worker-world';

/** What is chosen for everybody: the one sequence and the one sender of a world. */
export const bulkChoices = (overrides: Partial<BulkChoices> = {}): BulkChoices => ({
  sequenceId: sequenceId('sequence-1'),
  senderId: senderId('sender-1'),
  startStep: 1,
  placeholders: {},
  accepted: [],
  ...overrides,
});
const never = new AbortController().signal;

/** A bulk of so many, written down and not begun. */
export async function startedBulk(
  world: WorkerWorld,
  count: number,
  overrides: Partial<BulkChoices> = {},
) {
  const people = somePeople(count);
  const outcome = await startBulk(world.life(), {
    people,
    choices: bulkChoices({ confirmed: count, ...overrides }),
  });
  if (outcome.kind !== 'started') throw new Error(JSON.stringify(outcome.checks));
  return outcome.runId;
}

export async function statusOfBulk(world: WorkerWorld, runId: string) {
  const progress = await bulkStatus(world.life(), runId);
  if (progress === null) throw new Error('nobody remembers the run');
  return progress;
}

/** A worker that dies after its first batch. */
export async function oneBatch(world: WorkerWorld, runId: string): Promise<void> {
  void runBulks(world.life({ reaches: 1 }), never);
  while ((await statusOfBulk(world, runId)).done === 0) await turns(10);
}
