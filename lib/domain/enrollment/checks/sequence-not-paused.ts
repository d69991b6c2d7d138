import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** A sequence that stands still takes nobody. */
export const sequenceNotPaused: CheckRule<'sequenceNotPaused'> = {
  code: 'sequenceNotPaused',
  overridableBy: NOBODY,
  find: ({ facts: { sequence, sequencePaused } }) =>
    sequencePaused ? block('paused', { sequence: sequence?.name ?? '' }) : pass(),
};
