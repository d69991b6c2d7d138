import * as v from 'valibot';
import { actionIdSchema, workflowIdSchema, workflowRunIdSchema } from '@/lib/domain/ids';
import type { Action } from '@/lib/domain/workflow/action';
import type { Filter, FilterGroups } from '@/lib/domain/workflow/filter';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { WorkflowRun } from '@/lib/domain/workflow/run';
import type { Workflow, WorkflowDraft, WorkflowSettings } from '@/lib/domain/workflow/workflow';
import { contactId, NOW, senderId, sequenceId, zone } from './builders';

export const workflowId = (text: string) => v.parse(workflowIdSchema, text);
export const actionId = (text: string) => v.parse(actionIdSchema, text);
export const runId = (text: string) => v.parse(workflowRunIdSchema, text);

/** One filter: `aFilter('industry', equals('SaaS'))`. */
export function aFilter(property: string, operation: Operation): Filter {
  return { filterType: 'PROPERTY', property, operation };
}

export function equals(value: string): Operation {
  return {
    operationType: 'STRING',
    operator: 'IS_EQUAL_TO',
    value,
    includeObjectsWithNoValueSet: false,
  };
}

export function isKnown(operator: 'IS_KNOWN' | 'IS_UNKNOWN' = 'IS_KNOWN'): Operation {
  return { operationType: 'ALL_PROPERTY', operator, includeObjectsWithNoValueSet: false };
}

/** One group per argument. */
export function groupsOf(...groups: readonly (readonly Filter[])[]): FilterGroups {
  return groups.map((filters) => ({ filters: [...filters] }));
}

export function anEnrollAction(overrides: object = {}): Action {
  return {
    id: actionId('enroll-1'),
    kind: 'enroll',
    sequenceId: sequenceId('sequence-1'),
    useContactZone: true,
    sender: { type: 'SPECIFIC_USER', senderId: senderId('sender-1') },
    allowColdLeads: false,
    ...overrides,
  };
}

export function anUnenrollAction(id = 'unenroll-1'): Action {
  return { id: actionId(id), kind: 'unenroll' };
}

export function aDelay(id: string, days: number, minutes = 0): Action {
  return { id: actionId(id), kind: 'delay', days, minutes };
}

export function aTaskAction(id: string, title = 'Call them'): Action {
  return { id: actionId(id), kind: 'createTask', taskKind: 'call', title, dueInDays: 1 };
}

export function aSetProperty(property: string, value: string, id = `set-${property}`): Action {
  return { id: actionId(id), kind: 'setProperty', property, value };
}

/** One branch per list of actions, named `A`, `B`, …; each holds where its name is the `way`. */
export function aBranch(
  id: string,
  ways: readonly (readonly Action[])[],
  otherwise: readonly Action[] = [],
): Action {
  const branches = ways.map((actions, index) => {
    const name = String.fromCharCode(65 + index);
    return { name, groups: groupsOf([aFilter('way', equals(name))]), actions };
  });
  return { id: actionId(id), kind: 'branch', branches, otherwise };
}

export function workflowSettings(overrides: Partial<WorkflowSettings> = {}): WorkflowSettings {
  return {
    zone: zone('Europe/Warsaw'),
    reenroll: { kind: 'off' },
    unenrollWhenNotMatching: false,
    suppressed: [],
    pauseDates: [],
    ...overrides,
  };
}

/** Enrolls who asks for a demo; one action. */
export function aWorkflow(overrides: Partial<Workflow> = {}): Workflow {
  return {
    id: workflowId('workflow-1'),
    revision: 1,
    name: 'Demo requests',
    trigger: { kind: 'criteria', groups: groupsOf([aFilter('stage', equals('demo'))]) },
    actions: [anEnrollAction()],
    settings: workflowSettings(),
    createdAt: NOW,
    ...overrides,
  };
}

/** What a person wrote of `aWorkflow`. */
export function aDraft(overrides: Partial<WorkflowDraft> = {}): WorkflowDraft {
  const { name, trigger, actions, settings } = aWorkflow();
  return { name, trigger, actions, settings, ...overrides };
}

export function aRun(overrides: Partial<WorkflowRun> = {}): WorkflowRun {
  return {
    id: runId('run-1'),
    workflowId: workflowId('workflow-1'),
    revision: 1,
    contactId: contactId('contact-1'),
    cause: 'criteria',
    state: { kind: 'active' },
    next: actionId('enroll-1'),
    dueAt: NOW,
    chain: [],
    log: [],
    createdAt: NOW,
    updatedAt: NOW,
    ...overrides,
  };
}
