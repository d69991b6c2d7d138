import type { WorkerDeps } from '@/lib/background/deps';
import type { CheckCode } from '@/lib/domain/enrollment/check';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrollOutcome } from '@/lib/rpc/views';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { prepareEnrollment } from './prepare-enrollment';
import { FACT_STORES } from './shared-facts';
import { enrolledStatus, statusOf } from './status-of';
import { ENROLL_STORES, noteRefusal, writeEnrollment } from './write-enrollment';

const STORES = [...new Set([...FACT_STORES, ...ENROLL_STORES] as const)];

/**
 * Enrolls a person, or says everything that stands against it. Facts, decision and all records
 * share one transaction on disk: two clicks at once cannot both succeed, and nothing is half done.
 */
export async function enroll(
  deps: WorkerDeps,
  choices: Choices & { readonly accepted: readonly CheckCode[] },
): Promise<EnrollOutcome> {
  const settings = await deps.settings();
  const now = deps.clock.now();
  const { ids } = deps;
  const { accepted } = choices;
  const by = { origin: 'manual', accepted, batch: { size: 1 }, settings, ids, now } as const;
  const database = await deps.connection.get();
  const { outcome, dueAt } = await writeAtOnce(database, STORES, async (tx) => {
    const prepared = await prepareEnrollment(tx, choices, by);
    const decision = decide(prepared.request, prepared.facts, now);
    if (decision.kind === 'refuse') {
      const status = await statusOf(tx, prepared.resolved);
      await noteRefusal(tx, prepared, decision, now);
      return { outcome: { kind: 'refused', checks: decision.checks, status } as const };
    }
    const { enrollment, row } = await writeEnrollment(tx, prepared, decision, by);
    const status = await enrolledStatus(tx, enrollment);
    return { outcome: { kind: 'enrolled', status } as const, dueAt: row.dueAt };
  });
  if (dueAt !== undefined) {
    deps.changed();
    await deps.wake.at(dueAt);
  }
  return outcome;
}
