import { BULK_PER_MINUTE } from './bulk-limits';
import type { Origin } from './enrollment';

/** What the same finding means to whoever asked: a person is asked, everybody else skips. */
export interface OriginPolicy {
  /** Somebody sees warnings, may accept them, fills in placeholders and picks another moment. */
  readonly person: boolean;
  /** A first email outside the window: a person is asked, nobody else is, so it waits. */
  readonly quietTime: 'ask' | 'wait';
  /** Most first emails per clock minute, however many the sender may send. `hubspot.md` 1.4. */
  readonly perMinute: number;
  /** A lead that never answered since its import. */
  readonly coldLead: 'warn' | 'block';
  /** More contacts at once than a person would look at. */
  readonly manyAtOnce: 'typeNumber' | 'refuse';
}

const NOBODY_TO_ASK: OriginPolicy = {
  person: false,
  quietTime: 'wait',
  perMinute: Number.POSITIVE_INFINITY,
  coldLead: 'block',
  manyAtOnce: 'refuse',
};

const A_PERSON: OriginPolicy = {
  person: true,
  quietTime: 'ask',
  perMinute: Number.POSITIVE_INFINITY,
  coldLead: 'warn',
  manyAtOnce: 'typeNumber',
};

/** The one place where origins differ. */
export const ORIGIN_POLICY: Readonly<Record<Origin, OriginPolicy>> = {
  manual: A_PERSON,
  bulk: { ...A_PERSON, perMinute: BULK_PER_MINUTE },
  workflow: NOBODY_TO_ASK,
  engine: NOBODY_TO_ASK,
};

/** Origins with a person who may go on all the same, where a check lets them. */
export const PERSONS: readonly Origin[] = ['manual', 'bulk'];
/** For checks that nobody may overrule. */
export const NOBODY: readonly Origin[] = [];
