import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { SEND_AT_DAYS } from '@/lib/domain/enrollment/subject';
import { eligibleDay } from '@/lib/domain/schedule/eligible-day';
import type { SendTimes } from '@/lib/domain/schedule/send-times';
import { DAY, type Instant } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';
import { block, type CheckRule, pass, warn } from './result';

/**
 * The first email leaves within the hours and days of the sequence. The first step runs at once, so
 * a person is asked and offered the next opening; for everybody else it waits for that by itself.
 */
export const quietTime: CheckRule<'quietTime'> = {
  code: 'quietTime',
  overridableBy: PERSONS,
  find: ({ request, now, times, quiet, firstAt: at, offers: [offer] }) => {
    if (request.sendAt !== undefined && request.sendAt > now + SEND_AT_DAYS * DAY) {
      return block('tooFar', { at: request.sendAt, limit: SEND_AT_DAYS });
    }
    if (times === undefined || !quiet) return pass();
    const { reason, ...named } = whyQuiet(at, times);
    return warn(reason, { at, zone: times.zone, ...named, ...(offer && { sendAt: offer.at }) });
  },
};

function whyQuiet(
  at: Instant,
  { zone, settings, calendar }: SendTimes,
): { readonly reason: string; readonly holiday?: string } {
  const { date } = wallClockOf(at, zone);
  if (eligibleDay(date, settings.days, calendar)) return { reason: 'window' };
  if (calendar.closed.has(date)) return { reason: 'closed' };
  const holiday = settings.days === 'businessDays' ? calendar.holidays.get(date) : undefined;
  return holiday === undefined ? { reason: 'weekend' } : { reason: 'holiday', holiday };
}
