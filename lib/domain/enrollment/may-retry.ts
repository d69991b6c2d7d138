import type { OutboxRow } from './outbox-row';

/** Parked for a reason that trying again cannot mend, or must not: it may have left. */
const NEVER: ReadonlySet<string> = new Set(['outcomeUnknown', 'ended']);

/**
 * May a parked effect be tried once more? Only one that failed before anything was handed over: what
 * may have left is never sent again to be safe.
 *
 * @example mayRetry({ state: 'failed', failure: 'outcomeUnknown' }) // false
 */
export function mayRetry({
  state,
  failure = '',
  handedOverAt,
}: Pick<OutboxRow, 'state' | 'failure' | 'handedOverAt'>): boolean {
  return state === 'failed' && handedOverAt === undefined && !NEVER.has(failure);
}
