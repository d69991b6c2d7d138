import type { WorkflowLine } from '@/components/options/workflow-list/workflow-line';
import type { Finding } from '@/lib/domain/workflow/finding';
import type { StoredWorkflow } from '@/lib/options/workflow/workflow-form-state';
import type { DryRunContact, DryRunPart } from '@/lib/rpc/workflow-views';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { contactId, NOW } from './builders';
import { actionId, aWorkflow, workflowId } from './workflow-builders';

/** What the options page is given to show about workflows. */
export function aWorkflowHead(overrides: Partial<WorkflowHead> = {}): WorkflowHead {
  return {
    id: workflowId('workflow-1'),
    name: 'Demo requests',
    revision: 1,
    state: 'off',
    sequenceIds: [],
    recent: [],
    inside: 3,
    entered: 12,
    enrolled: 9,
    skipped: 2,
    createdAt: NOW,
    updatedAt: NOW,
    ...overrides,
  };
}

export function aStoredWorkflow(
  overrides: Parameters<typeof aWorkflow>[0] = {},
  head: Partial<WorkflowHead> = {},
): StoredWorkflow {
  const workflow = aWorkflow(overrides);
  const { id, name, revision } = workflow;
  return { workflow, head: aWorkflowHead({ id, name, revision, ...head }) };
}

export function aWorkflowLine(overrides: Partial<WorkflowLine> = {}): WorkflowLine {
  const { id, name, revision, inside, entered, enrolled, skipped } = aWorkflowHead();
  return {
    id,
    name,
    revision,
    state: 'off',
    inside,
    entered,
    enrolled,
    skipped,
    recent: 0,
    ...overrides,
  };
}

export function aDryRunContact(id: string): DryRunContact {
  return {
    contactId: contactId(id),
    name: `Person ${id}`,
    actions: [{ actionId: actionId('enroll-1'), kind: 'enroll', result: 'does', checks: [] }],
  };
}

export function aDryRunPart(overrides: Partial<DryRunPart> = {}): DryRunPart {
  return { checked: 100, matched: 10, cold: 0, sample: [], ...overrides };
}

export function aWarning(overrides: Partial<Finding> = {}): Finding {
  return {
    code: 'impersonal',
    severity: 'warn',
    stops: 'switchOn',
    place: 'trigger',
    params: { properties: '' },
    ...overrides,
  };
}
