import * as v from 'valibot';
import { actionIdSchema, workflowIdSchema, workflowRunIdSchema } from '@/lib/domain/ids';
import type { Action } from '@/lib/domain/workflow/action';
import type { Filter, FilterGroups } from '@/lib/domain/workflow/filter';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { WorkflowRun } from '@/lib/domain/workflow/run';
import type { Workflow, WorkflowSettings } from '@/lib/domain/workflow/workflow';
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
