import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { MOST_SOFT_BOUNCES, softBouncesInARow } from '@/lib/domain/message/soft-bounces-in-a-row';
import { journalOfEnrollment } from '@/lib/store/journal';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { type About, type NoteDeps, noteOnce } from './note-mail';

/**
 * An email came back for a reason that may pass.
 *
 * @returns whether that has happened so often that it counts as final
 */
export async function noteSoftBounce(
  { connection, clock }: NoteDeps,
  about: About,
  enrollment: Enrollment,
): Promise<boolean> {
  return writeAtOnce(await connection.get(), ['journal'], async (tx) => {
    await noteOnce(tx, about, enrollment, { code: 'softBounceSeen', at: clock.now() });
    const entries = await journalOfEnrollment(tx, enrollment.id);
    return softBouncesInARow(entries.map(({ code }) => code)) >= MOST_SOFT_BOUNCES;
  });
}
