import { isLive } from '@/lib/domain/enrollment/enrollment';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import { storeProblems } from '../support/store-problems';
import type { SimWorld } from './sim-world';

/** When nothing happens any more: everything was sent, or says why not, and nothing lies about. */
export async function checkEnd(world: SimWorld): Promise<void> {
  const { database, outsides, story } = world;
  const fail = (what: string) => story.problems.push(what);
  const [enrollments, rows] = await Promise.all([
    database.getAll('enrollments'),
    database.getAll('outbox'),
  ]);
  const accounts = [...outsides.values()].map(({ account }) => account);
  const left = new Set(accounts.flatMap(({ departures }) => departures.map(({ key }) => key)));

  for (const enrollment of enrollments) {
    const { id, state, sequenceId, sequenceVersion } = enrollment;
    const sequence = await database.get('sequenceVersions', [sequenceId, sequenceVersion]);
    const keys = (sequence?.steps ?? []).map((step) => outboxKey(id, step.id, 0));
    const lost = keys.filter((key) => !left.has(key));
    if (state.kind === 'finished' && lost.length > 0) fail(`finished without ${lost.join()}`);
    if (isLive(enrollment) && state.kind !== 'paused') fail(`${id} is still ${state.kind}`);
    if (state.kind === 'failed' && !state.code.startsWith('refused:')) {
      fail(`${id} failed with ${state.code}`);
    }
    const told = keys.findIndex((key) => !left.has(key));
    const sentSteps = told === -1 ? keys.length : told;
    if (enrollment.nextStep !== sentSteps) {
      fail(`${id} believes ${enrollment.nextStep} emails have left, ${sentSteps} have`);
    }
  }
  for (const { key, state, failure, enrollmentId, waiting } of rows) {
    const owner = enrollments.find(({ id }) => id === enrollmentId);
    // A draft that was handed over long ago stays under way while the rep is asked about it.
    const isAsked = state === 'sending' && waiting === 'late';
    const rests = owner?.state.kind === 'paused' && (state === 'due' || isAsked);
    if (state === 'sent' && !left.has(key)) fail(`${key} is noted as sent and has not left`);
    if (state === 'failed' && left.has(key)) fail(`${key} failed with ${failure} and has left`);
    if ((state === 'due' || state === 'sending') && !rests) fail(`${key} is still ${state}`);
  }
  const resting = new Set(
    enrollments.filter(({ state }) => state.kind === 'paused').map(({ id }) => `${id}`),
  );
  for (const { drafts } of accounts) {
    for (const { message, goneAt } of drafts.values()) {
      const key = message.headers.get('x-sequence-overlay-key') ?? '';
      const isWanted = resting.has(key.split(':')[0] ?? '');
      if (goneAt === undefined && !isWanted) fail(`a draft was left behind: ${key}`);
    }
  }
  for (const problem of await storeProblems(database)) fail(problem);
}
