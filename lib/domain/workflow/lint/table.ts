import type { FindingCode } from '@/lib/domain/workflow/finding';
import { badValue } from './bad-value';
import { coldLeads } from './cold-leads';
import { duplicateAction } from './duplicate-action';
import { fights } from './fights';
import { impersonal } from './impersonal';
import type { LintRule } from './lint-rule';
import { neverEnds } from './never-ends';
import { noActions } from './no-actions';
import { onlyWaits } from './only-waits';
import { ownProperty } from './own-property';
import { placeholders } from './placeholders';
import { readOnlyProperty } from './read-only-property';
import { senderIneligible } from './sender-ineligible';
import { senderMissing } from './sender-missing';
import { sequenceArchived } from './sequence-archived';
import { sequenceMissing } from './sequence-missing';
import { tooDeep } from './too-deep';
import { tooMany } from './too-many';
import { tooManyFilters } from './too-many-filters';
import { unknownProperty } from './unknown-property';
import { unknownZone } from './unknown-zone';
import { wrongType } from './wrong-type';

/** Every rule there is. A missing one, or one under another's name, does not compile. */
export const lintRules: { readonly [Code in FindingCode]: LintRule<Code> } = {
  noActions,
  unknownProperty,
  wrongType,
  badValue,
  readOnlyProperty,
  unknownZone,
  tooManyFilters,
  tooDeep,
  duplicateAction,
  sequenceMissing,
  sequenceArchived,
  senderMissing,
  senderIneligible,
  onlyWaits,
  ownProperty,
  tooMany,
  coldLeads,
  impersonal,
  placeholders,
  fights,
  neverEnds,
};

export const LINT_RULES: readonly LintRule[] = Object.values(lintRules);
