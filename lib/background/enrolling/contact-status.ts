import type { WorkerDeps } from '@/lib/background/deps';
import type { Person } from '@/lib/domain/contact/person';
import type { ContactStatus } from '@/lib/rpc/views';
import { resolveContact } from './resolve-contact';
import { STATUS_STORES, statusOf } from './status-of';

/** One answer per person, in the same order; one transaction for all of them. */
export async function contactStatus(
  { connection, ids, clock }: WorkerDeps,
  people: readonly Person[],
): Promise<readonly ContactStatus[]> {
  const tx = (await connection.get()).transaction([...STATUS_STORES]);
  const fresh = { ids, now: clock.now() };
  return Promise.all(
    people.map(async (person) => statusOf(tx, await resolveContact(tx, person, fresh))),
  );
}
