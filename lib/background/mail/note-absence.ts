import type { WorkerDeps } from '@/lib/background/deps';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import { CHANGE_STORES } from '@/lib/engines/local/change-enrollment';
import { restWithin } from '@/lib/engines/local/rest-enrollment';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { DAY, type Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { instantOf } from '@/lib/time/zoned';
import { type About, noteOnce } from './note-mail';

/** How long an absence lasts that says nothing about its end. */
const USUAL = 14 * DAY;

type RestDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>;

/**
 * The contact is away: the enrollment rests until they are back. A note that is read when it is over
 * already is only kept.
 *
 * @param returnsOn by the contact's calendar; absent: nobody knows, so two weeks
 */
export async function noteAbsence(
  { connection, clock, changed }: RestDeps,
  about: About,
  enrollment: Enrollment,
  returnsOn: LocalDate | undefined,
): Promise<void> {
  if (!isLive(enrollment)) return;
  const now = clock.now();
  const until = endOf(about, enrollment, returnsOn);
  await writeAtOnce(await connection.get(), CHANGE_STORES, async (tx) => {
    const note = { at: now, code: 'absenceSeen', params: { until } } as const;
    if (!(await noteOnce(tx, about, enrollment, note)) || until <= now) return;
    await restWithin(tx, { id: enrollment.id, now }, { why: 'absence', until });
  });
  changed();
}

function endOf({ head }: About, { zone }: Enrollment, returnsOn: LocalDate | undefined): Instant {
  return returnsOn === undefined ? head.at + USUAL : instantOf(returnsOn, 0, zone, 'compatible');
}
