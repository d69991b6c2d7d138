import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** One sequence per contact, whoever enrolled them, private sequences too. Source: `hubspot.md` 2.2. */
export const alreadyEnrolled: CheckRule<'alreadyEnrolled'> = {
  code: 'alreadyEnrolled',
  overridableBy: NOBODY,
  find: ({ facts: { held } }) =>
    held === undefined
      ? pass()
      : block('held', {
          sequence: held.sequenceName,
          step: held.step,
          steps: held.steps,
          owner: held.owner,
        }),
};
