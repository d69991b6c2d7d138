import type { WorkerDeps } from '@/lib/background/deps';
import type { JournalCode } from '@/lib/domain/journal-entry';
import { appendJournal, linesAfter } from '@/lib/store/journal';
import type { CatchUpCounts } from '@/lib/store/schema';
import { putCatchUp, readCatchUp } from '@/lib/store/standing';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';

/** Emails leave a few a minute: the catch-up is not over while another one follows that soon. */
const FOLLOWS = 2 * MINUTE;
const LONGEST = HOUR;

const COUNTED: Readonly<Partial<Record<JournalCode, keyof CatchUpCounts>>> = {
  stepSent: 'sent',
  deferred: 'moved',
  askedLate: 'asked',
  replySeen: 'replies',
};

/**
 * Says what was done after a long absence: counts what the journal has of it, once nothing more
 * follows. If nothing was done there is nothing to say.
 *
 * @param next when something will be due
 */
export async function finishCatchUp(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  next: Instant | undefined,
): Promise<void> {
  const now = deps.clock.now();
  const database = await deps.connection.get();
  const isTold = await writeAtOnce(database, ['meta', 'journal'], async (tx) => {
    const catchUp = await readCatchUp(tx);
    if (!catchUp?.isOpen) return false;
    const { since, began, afterLine, done: before } = catchUp;
    const goesOn = next !== undefined && next <= now + FOLLOWS && now - began < LONGEST;
    if (goesOn) return false;
    const counts: { -readonly [Name in keyof CatchUpCounts]: number } = {
      ...(before ?? { sent: 0, moved: 0, asked: 0, replies: 0 }),
    };
    let found = 0;
    for (const { code, actor } of await linesAfter(tx, afterLine)) {
      const name = actor === 'engine' ? COUNTED[code] : undefined;
      if (name === undefined) continue;
      counts[name] += 1;
      found += 1;
    }
    const isSilent = found === 0 && before === undefined;
    await putCatchUp(tx, isSilent ? undefined : { ...catchUp, isOpen: false, done: counts });
    if (found === 0) return false;
    const params = { hours: Math.round((began - since) / HOUR), ...counts };
    await appendJournal(tx, { at: now, code: 'catchUp', actor: 'engine', params });
    return true;
  });
  if (isTold) deps.changed();
}

/** The rep has seen what was done. */
export async function dismissCatchUp(
  deps: Pick<WorkerDeps, 'connection' | 'changed'>,
): Promise<void> {
  await writeAtOnce(await deps.connection.get(), ['meta'], async (tx) => {
    const catchUp = await readCatchUp(tx);
    if (catchUp?.isOpen) {
      const { done: _seen, ...open } = catchUp;
      await putCatchUp(tx, open);
    } else {
      await putCatchUp(tx, undefined);
    }
  });
  deps.changed();
}
