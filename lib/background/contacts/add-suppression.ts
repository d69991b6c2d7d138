import type { WorkerDeps } from '@/lib/background/deps';
import { addressKey, parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Parsed } from '@/lib/rpc/protocol';
import type { SuppressionOutcome } from '@/lib/rpc/sequence-views';
import { allClaims } from '@/lib/store/claims';
import { appendJournal } from '@/lib/store/journal';
import { deleteSuppression, putSuppression } from '@/lib/store/suppressions';
import { writeAtOnce } from '@/lib/store/write-at-once';

const STORES = ['suppression', 'journal', 'claims'] as const;

/**
 * Adds addresses, or whole domains, that nobody writes to any more, and ends what is running to
 * them. A worker that dies in between leaves nothing to fear: the list is asked again before every
 * email.
 */
export async function addSuppression(
  deps: WorkerDeps,
  { entries, reason }: Parsed<'suppression.add'>,
): Promise<SuppressionOutcome> {
  const lines = entries.filter((entry) => entry !== '');
  const keys = new Set(lines.map(keyOf).filter((key) => key !== undefined));
  const invalid = lines.filter((entry) => keyOf(entry) === undefined);
  const at = deps.clock.now();
  const database = await deps.connection.get();
  const { added, concerned } = await writeAtOnce(database, STORES, async (tx) => {
    let fresh = 0;
    for (const address of keys) {
      const before = await tx.objectStore('suppression').get(address);
      if (before === undefined) fresh += 1;
      await putSuppression(tx, { address, reason, at });
    }
    if (keys.size > 0) {
      const params = { reason, added: fresh };
      await appendJournal(tx, { at, code: 'suppressed', actor: 'person', params });
    }
    return { added: fresh, concerned: keys.size > 0 ? held(await allClaims(tx), keys) : [] };
  });
  for (const id of concerned) {
    await deps.engine.exit(id, reason === 'bounced' ? 'bounced' : 'optedOut');
  }
  if (keys.size > 0) deps.changed();
  return { added, invalid };
}

/** Lets an address, or a domain, be written to again. */
export async function removeSuppression(
  deps: WorkerDeps,
  { address }: Parsed<'suppression.remove'>,
): Promise<void> {
  const database = await deps.connection.get();
  await writeAtOnce(database, ['suppression', 'journal'], async (tx) => {
    const key = addressKey(address);
    if ((await tx.objectStore('suppression').get(key)) === undefined) return;
    await deleteSuppression(tx, key);
    const params = { address: key };
    await appendJournal(tx, {
      at: deps.clock.now(),
      code: 'unsuppressed',
      actor: 'person',
      params,
    });
  });
  deps.changed();
}

/** The key that an entry is kept under, or `undefined` when it is neither address nor domain. */
function keyOf(entry: string): string | undefined {
  const isDomain = entry.startsWith('@');
  const address = parseEmailAddress(isDomain ? `anybody${entry}` : entry);
  if (address === undefined) return undefined;
  const key = addressKey(address);
  return isDomain ? key.slice(key.lastIndexOf('@')) : key;
}

function held(
  claims: Awaited<ReturnType<typeof allClaims>>,
  keys: ReadonlySet<string>,
): readonly EnrollmentId[] {
  return claims
    .filter(({ address }) => keys.has(address) || keys.has(address.slice(address.lastIndexOf('@'))))
    .map(({ enrollmentId }) => enrollmentId);
}
