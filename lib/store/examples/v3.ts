import type { Example } from './example';
import { v2 } from './v2';
import { workflowRevisions, workflowRuns, workflows } from './v3-workflows';

/*
 * Frozen: what the database of version 2 becomes, and what only version 3 can hold: workflows with
 * their runs and their memory, an event and a scan half-way, tasks, a contact with a past.
 */

const NOW = Date.parse('2027-01-12T08:00:00Z');

const kept = (store: string) => v2[store] ?? [];

const ida = {
  id: 'c-ida',
  name: 'Ida Rhodes',
  emails: ['ida@example.com'],
  addressKeys: ['ida@example.com'],
  properties: { lifecyclestage: 'customer', hs_sequences_is_enrolled: 'false' },
  past: {
    lifecyclestage: { at: NOW, values: ['opportunity', 'lead'] },
    hs_sequences_is_enrolled: { at: NOW - 5_000, values: [] },
  },
  refs: [],
  refKeys: [],
  createdAt: Date.parse('2027-01-02T10:00:00Z'),
  updatedAt: NOW,
};

export const v3: Example = {
  ...v2,
  contacts: [...kept('contacts'), ida],
  journal: [
    ...kept('journal'),
    {
      at: NOW,
      code: 'workflowEntered',
      actor: 'workflow',
      contactId: 'c-max',
      workflowId: 'w-demo',
      params: { workflow: 'Demo requests', cause: 'criteria' },
    },
    {
      at: NOW,
      code: 'workflowActionSkipped',
      actor: 'workflow',
      contactId: 'c-ola',
      workflowId: 'w-demo',
      params: { workflow: 'Demo requests', codes: 'ownerResolved recentlyEnrolled' },
    },
  ],
  workflows,
  workflowRevisions,
  workflowRuns,
  workflowEvents: [
    {
      seq: 7,
      contactId: 'c-ida',
      at: NOW,
      event: {
        type: 'propertyChanged',
        before: { lifecyclestage: 'opportunity' },
        after: { lifecyclestage: 'customer' },
      },
      chain: ['w-demo'],
    },
    { seq: 8, contactId: 'c-ida', at: NOW, event: { type: 'contactCreated' }, chain: [] },
  ],
  workflowScans: [
    {
      id: 'w-birthday/schedule',
      workflowId: 'w-birthday',
      kind: 'schedule',
      dueAt: NOW,
      after: 'c-eve',
    },
    { id: 'w-demo/sweep', workflowId: 'w-demo', kind: 'sweep', dueAt: NOW + 3_600_000 },
  ],
  workflowMembers: [
    {
      contactId: 'c-max',
      of: { 'w-demo': { matches: true, rematches: [0], times: 1 } },
    },
    {
      contactId: 'c-ola',
      of: { 'w-demo': { matches: false, rematches: [], times: 2 } },
    },
  ],
  tasks: [
    {
      id: 't-call',
      contactId: 'c-ida',
      kind: 'call',
      title: 'Congratulate',
      dueAt: NOW + 3_600_000,
      createdAt: NOW,
      openDue: NOW + 3_600_000,
    },
    {
      id: 't-write',
      contactId: 'c-max',
      kind: 'email',
      title: 'Write by hand',
      dueAt: NOW,
      createdAt: NOW - 86_400_000,
      doneAt: NOW,
    },
  ],
};
