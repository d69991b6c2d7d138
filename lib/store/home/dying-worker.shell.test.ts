import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/instant';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createHomeWorld, type HomeWorld } from '@/test/support/home-world';
import type { HomeFault } from '@/test/support/memory-home';
import { turns } from '@/test/support/worker-world';

const FAULTS: readonly HomeFault[] = ['diesBefore', 'diesAfter', 'fails'];
const LOSSES = ['is there', 'was wiped', 'is an older one'] as const;
/** Writes to the second home while two people are enrolled and their first emails leave. */
const WRITES = 18;
const PEOPLE = [0, 1] as const;

/** A life that may die in the middle or be told that the disk is full: whatever it was doing is over. */
async function attempt(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), turns(400)]);
}

async function enrollAndSend(it: HomeWorld): Promise<void> {
  for (const index of PEOPLE) await attempt(it.enroll(index));
  it.world.now += MINUTE;
  await attempt(it.send());
}

const cases = FAULTS.flatMap((fault) => LOSSES.map((loss) => ({ fault, loss })));

describe.each(cases)('a worker that $fault a write to the second home, and the database $loss', ({
  fault,
  loss,
}) => {
  const writes = Array.from({ length: WRITES }, (_, index) => index + 1);

  test.each(writes)('write %i: everybody gets every email exactly once', async (write) => {
    const it = await createHomeWorld((n) => (n === write ? fault : undefined));
    const old = await it.dump();
    await enrollAndSend(it);
    if (loss === 'was wiped') await it.wipe();
    if (loss === 'is an older one') await it.rollBack(old);

    for (let day = 0; day < 12; day += 1) {
      await attempt(it.reconnect());
      // Whoever the rep does not find enrolled they enroll; whoever is, is refused.
      if (day === 0) for (const index of PEOPLE) await attempt(it.enroll(index));
      it.world.now += day < 2 ? 3 * MINUTE : DAY;
      await attempt(it.send());
    }

    const { sent } = it.world.provider;
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
    const to = sent.map(({ mime }) => /^To: .*?(person\d)/m.exec(mime)?.[1]);
    const counts = Map.groupBy(to, (person) => person);
    expect([...counts].map(([person, all]) => [person, all.length]).sort()).toEqual([
      ['person0', 3],
      ['person1', 3],
    ]);
    expect(it.world.provider.drafts.size).toBe(0);
    await expectConsistent(it.world);
  });
});
