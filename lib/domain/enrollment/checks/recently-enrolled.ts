import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { DAY } from '@/lib/time/instant';
import { type CheckRule, pass, warn } from './result';

/** Somebody who was in this sequence, or in any, not long ago is enrolled only knowingly. */
export const recentlyEnrolled: CheckRule<'recentlyEnrolled'> = {
  code: 'recentlyEnrolled',
  overridableBy: PERSONS,
  find: (subject) => tooSoonAfter(subject, 'sequence') ?? tooSoonAfter(subject, 'any') ?? pass(),
};

/** The newest enrollment that ended within the days to cool off, in this sequence or in any. */
function tooSoonAfter({ facts, now }: Subject, reason: 'sequence' | 'any') {
  const { sequence, ended, rules } = facts;
  const limit = reason === 'any' ? rules.coolOffDays : (sequence?.settings.coolOffDays ?? 0);
  const last = ended.find(({ sequenceId }) => reason === 'any' || sequenceId === sequence?.id);
  if (last === undefined || now - last.at >= limit * DAY) return undefined;
  const days = Math.max(0, Math.floor((now - last.at) / DAY));
  return warn(reason, { sequence: last.sequenceName, days, limit });
}
