import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { mayEnroll } from '@/lib/domain/sequence/access';
import { block, type CheckRule, pass } from './result';

/** The sequence exists, takes new contacts, and this user may use it. Source: `hubspot.md` 1.9. */
export const sequenceAvailable: CheckRule<'sequenceAvailable'> = {
  code: 'sequenceAvailable',
  overridableBy: NOBODY,
  find: ({ facts: { sequence, user } }) => {
    if (sequence === undefined) return block('missing');
    const params = { sequence: sequence.name };
    if (sequence.state !== 'active') return block(sequence.state, params);
    return mayEnroll(sequence.access, sequence.owner, user)
      ? pass(params)
      : block('notShared', params);
  },
};
