import { decideEntry, type EntryDecision, type EntryQuestion } from '@/lib/domain/workflow/enter';
import type { Filter } from '@/lib/domain/workflow/filter';
import type { Membership } from '@/lib/domain/workflow/membership';
import type { Trigger } from '@/lib/domain/workflow/trigger';
import type { WorkflowSettings } from '@/lib/domain/workflow/workflow';
import { aWorkflow, groupsOf, workflowSettings } from './workflow-builders';

/** Of somebody who never matched and was never in. */
export const membership = (overrides: Partial<Membership> = {}): Membership => ({
  matches: false,
  rematches: [],
  times: 0,
  ...overrides,
});

/** One group that re-enrolls per argument. */
export function reenrollOn(...groups: readonly (readonly Filter[])[]): Partial<WorkflowSettings> {
  return { reenroll: { kind: 'on', triggers: groupsOf(...groups) } };
}

/** What is decided about a contact that matches criteria for the first time, unless told otherwise. */
export function entry(
  overrides: Partial<Omit<EntryQuestion, 'workflow'>> & {
    readonly trigger?: Trigger;
    readonly settings?: Partial<WorkflowSettings>;
  } = {},
): EntryDecision {
  const { trigger = { kind: 'criteria', groups: [] }, settings = {}, ...question } = overrides;
  return decideEntry({
    workflow: aWorkflow({ trigger, settings: workflowSettings(settings) }),
    before: undefined,
    matches: true,
    rematches: [],
    changed: new Set(),
    isInside: false,
    isSuppressed: false,
    cause: 'criteria',
    ...question,
  });
}
