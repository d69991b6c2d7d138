/* Part of the frozen example of version 3, see `v3.ts`: two workflows and what they remember. */

const at = (text: string) => Date.parse(text);
const NOW = at('2027-01-12T08:00:00Z');
const DAY_MS = 86_400_000;

const filter = (property: string, operation: object) => ({
  filterType: 'PROPERTY',
  property,
  operation: { includeObjectsWithNoValueSet: false, ...operation },
});
const isDemo = filter('recent_conversion_event_name', {
  operationType: 'STRING',
  operator: 'CONTAINS',
  value: 'demo',
});

const demo = {
  id: 'w-demo',
  name: 'Demo requests',
  trigger: {
    kind: 'criteria',
    groups: [
      {
        filters: [
          isDemo,
          filter('lifecyclestage', {
            operationType: 'ENUMERATION',
            operator: 'IS_ANY_OF',
            values: ['lead', 'subscriber'],
          }),
        ],
      },
      { filters: [filter('engaged', { operationType: 'ALL_PROPERTY', operator: 'IS_KNOWN' })] },
    ],
  },
  actions: [
    {
      id: 'a-branch',
      kind: 'branch',
      branches: [
        {
          name: 'In Poland',
          groups: [
            {
              filters: [
                filter('country', {
                  operationType: 'STRING',
                  operator: 'IS_EQUAL_TO',
                  value: 'Poland',
                }),
              ],
            },
          ],
          actions: [{ id: 'a-leave', kind: 'unenroll' }],
        },
      ],
      otherwise: [{ id: 'a-wait', kind: 'delay', days: 1, minutes: 30 }],
    },
    {
      id: 'a-enroll',
      kind: 'enroll',
      sequenceId: 's-offer',
      useContactZone: true,
      sender: { type: 'CONTACT_OWNER', contactOwnerProperty: 'hubspot_owner_id' },
      allowColdLeads: true,
    },
  ],
  settings: {
    zone: 'Europe/Warsaw',
    reenroll: { kind: 'on', triggers: [{ filters: [isDemo] }] },
    unenrollWhenNotMatching: true,
    suppressed: ['@rival.example.com'],
    pauseDates: [{ from: '2027-04-01', to: '2027-04-05' }],
  },
  boundTo: 's-offer',
  createdAt: at('2027-01-08T08:00:00Z'),
};
const birthday = {
  id: 'w-birthday',
  revision: 1,
  name: 'Birthdays „2027” <all>',
  trigger: {
    kind: 'schedule',
    schedule: {
      type: 'PROPERTY_BASED',
      dateProperty: 'birthday',
      daysDelta: -1,
      yearly: true,
      minute: 540,
    },
    groups: [],
  },
  actions: [
    { id: 'b-task', kind: 'createTask', taskKind: 'call', title: 'Congratulate', dueInDays: 1 },
    { id: 'b-set', kind: 'setProperty', property: 'congratulated', value: 'true' },
  ],
  settings: {
    zone: 'Europe/London',
    reenroll: { kind: 'off' },
    unenrollWhenNotMatching: false,
    suppressed: [],
    pauseDates: [],
  },
  createdAt: at('2027-01-10T08:00:00Z'),
};

export const workflowRevisions = [
  { ...demo, revision: 1, actions: [] },
  { ...demo, revision: 2 },
  birthday,
];

const counts = { recent: [], inside: 0, entered: 0, enrolled: 0, skipped: 0 };

export const workflows = [
  {
    ...counts,
    id: 'w-demo',
    name: demo.name,
    revision: 2,
    state: 'on',
    problem: 'sequenceArchived',
    sequenceIds: ['s-offer'],
    recent: [NOW - DAY_MS + 1, NOW],
    inside: 2,
    entered: 3,
    enrolled: 2,
    skipped: 1,
    createdAt: demo.createdAt,
    updatedAt: NOW,
  },
  {
    ...counts,
    id: 'w-birthday',
    name: birthday.name,
    revision: 1,
    state: 'starting',
    sequenceIds: [],
    createdAt: birthday.createdAt,
    updatedAt: birthday.createdAt,
  },
];

const run = (id: string, who: string, createdAt: number) => ({
  id,
  workflowId: 'w-demo',
  revision: 2,
  contactId: `c-${who}`,
  cause: 'criteria',
  chain: [],
  createdAt,
  updatedAt: NOW,
});
const WAITS_UNTIL = NOW + DAY_MS + 1_800_000;
const branched = { actionId: 'a-branch', at: NOW, outcome: { kind: 'branched' } };

export const workflowRuns = [
  {
    ...run('r-max', 'max', NOW - 5_000),
    state: { kind: 'active' },
    next: 'a-enroll',
    dueAt: WAITS_UNTIL,
    log: [
      branched,
      { actionId: 'a-wait', at: NOW, outcome: { kind: 'waited', until: WAITS_UNTIL } },
    ],
    inside: 'w-demo/c-max',
  },
  {
    ...run('r-eve', 'eve', NOW - 4_000),
    revision: 1,
    cause: 'manual',
    chain: ['w-birthday'],
    state: { kind: 'held', since: NOW },
    next: 'a-enroll',
    log: [],
    inside: 'w-demo/c-eve',
    held: 'w-demo',
  },
  {
    ...run('r-ola', 'ola', NOW - 3_000),
    state: { kind: 'finished', at: NOW },
    log: [
      {
        actionId: 'a-branch',
        at: NOW,
        outcome: { kind: 'branched', branch: 'In Poland' },
      },
      { actionId: 'a-leave', at: NOW, outcome: { kind: 'unenrolled', sequence: 'Offer' } },
      {
        actionId: 'a-enroll',
        at: NOW,
        outcome: { kind: 'skipped', codes: ['ownerResolved', 'recentlyEnrolled'] },
      },
    ],
  },
];
