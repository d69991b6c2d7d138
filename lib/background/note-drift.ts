import type { Parsed } from '@/lib/rpc/protocol';
import { appendJournal } from '@/lib/store/journal';
import type { WorkerDeps } from './deps';

/** Keeps that a page no longer looks as expected: which site, which selectors, no page text. */
export async function noteDrift(
  { connection, clock }: WorkerDeps,
  { site, missing }: Parsed<'page.drifted'>,
): Promise<void> {
  const tx = (await connection.get()).transaction(['journal'], 'readwrite');
  await appendJournal(tx, {
    at: clock.now(),
    code: 'pageDrifted',
    actor: 'engine',
    params: { site, missing: missing.join(' ') },
  });
  await tx.done;
}
