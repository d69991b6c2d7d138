import type { Calendar } from '@/lib/domain/schedule/calendar';
import type { SendTimes } from '@/lib/domain/schedule/send-times';
import { planKey, stepKey } from '@/lib/domain/schedule/step-key';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Step } from '@/lib/domain/sequence/step';
import type { Enrollment } from './enrollment';

/**
 * When a step of an enrollment may run, and which minute of a window that opens is its own.
 *
 * @example resumeAt(now, remainingMs, timesOf(enrollment, sequence, step, calendar))
 */
export function timesOf(
  { zone, to }: Pick<Enrollment, 'zone' | 'to'>,
  { id, settings }: Pick<Sequence, 'id' | 'settings'>,
  step: Pick<Step, 'id'>,
  calendar: Calendar,
): SendTimes & { readonly spreadKey: string } {
  return { zone, settings, calendar, spreadKey: stepKey(planKey(to, id), step.id) };
}
