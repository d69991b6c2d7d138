import { initial } from './0001-initial';
import { enrollmentRules } from './0002-enrollment-rules';
import { workflows } from './0003-workflows';
import { trustedEngine } from './0004-trusted-engine';
import type { Migration } from './migration';

/** In order; the last one's number is the version of the database. */
export const migrations: readonly Migration[] = [
  initial,
  enrollmentRules,
  workflows,
  trustedEngine,
];
