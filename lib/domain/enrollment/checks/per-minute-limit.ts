import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** The first email is planned for a clock minute that has room. `hubspot.md` 2.5. */
export const perMinuteLimit: CheckRule<'perMinuteLimit'> = {
  code: 'perMinuteLimit',
  overridableBy: NOBODY,
  find: ({ facts: { sender }, beginsWithTask, minute, firstAt }) => {
    if (sender === undefined || beginsWithTask) return pass();
    return minute.free
      ? pass({ limit: minute.limit, at: firstAt })
      : block('full', { limit: minute.limit });
  },
};
