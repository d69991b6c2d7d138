/* Part of the frozen example of version 1, see `v1.ts`. */

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T08:00:00Z');

export const contacts = [
  {
    id: 'c-ada',
    name: 'Ada Lovelace',
    emails: ['Ada@example.com', 'countess@example.com'],
    addressKeys: ['ada@example.com', 'countess@example.com'],
    company: 'Analytical Engines & Co.',
    zone: 'Europe/London',
    properties: { first_name: 'Ada', last_name: 'Lovelace', job_title: 'Analyst' },
    refs: [{ site: 'hubspot', account: '4711', recordId: '101' }],
    refKeys: ['hubspot/4711/101'],
    createdAt: at('2026-11-20T09:00:00Z'),
    updatedAt: NOW,
  },
  {
    id: 'c-grace',
    name: 'Grace Hopper',
    emails: ['grace@example.com'],
    addressKeys: ['grace@example.com'],
    zone: 'America/New_York',
    properties: {},
    refs: [],
    refKeys: [],
    createdAt: at('2025-10-01T09:00:00Z'),
    updatedAt: at('2026-11-23T12:00:00Z'),
  },
  {
    id: 'c-jan',
    name: 'Jan Żółć',
    emails: ['jan@zażółć.example.com'],
    addressKeys: ['jan@zażółć.example.com'],
    properties: { first_name: 'Jan' },
    refs: [
      { site: 'hubspot', account: '4711', recordId: '103' },
      { site: 'hubspot', account: '12/5', recordId: '9' },
    ],
    refKeys: ['hubspot/4711/103', 'hubspot/12%2F5/9'],
    createdAt: at('2026-11-18T10:00:00Z'),
    updatedAt: at('2026-11-18T10:00:00Z'),
  },
  ...['li', 'max', 'eve'].map((who) => ({
    id: `c-${who}`,
    name: '',
    emails: [`${who}@example.com`],
    addressKeys: [`${who}@example.com`],
    properties: {},
    refs: [],
    refKeys: [],
    createdAt: at('2026-11-10T10:00:00Z'),
    updatedAt: at('2026-11-10T10:00:00Z'),
  })),
];

const step = (id: string, days: number, subject: string, body: string) => ({
  id,
  kind: 'automatedEmail',
  delay: { days, minutes: 0 },
  subject,
  body,
});

const intro = (version: number, steps: readonly unknown[], createdAt: number) => ({
  id: 's-intro',
  version,
  name: 'Introduction',
  steps,
  threading: true,
  state: 'active',
  createdAt,
});
const introSteps = [
  step('i1', 0, 'A question, {{contact.first_name|hello}}', 'Hi {{contact.first_name|there}}'),
  step('i2', 3, 'Re: a question', 'Still there?\n\n{{sender.name}}'),
];
const renewalSteps = [step('r1', 0, 'Your renewal', 'Time to renew.'), step('r2', 7, '', 'And?')];
const renewal = {
  id: 's-renewal',
  version: 1,
  name: 'Renewal „jesień” <2025>',
  steps: renewalSteps,
  threading: false,
  state: 'archived',
  createdAt: at('2025-09-01T08:00:00Z'),
};
const cold = { ...renewal, id: 's-cold', name: 'Cold', steps: [], state: 'active' };

export const sequenceVersions = [
  intro(1, introSteps, at('2025-09-01T08:00:00Z')),
  intro(2, [...introSteps, step('i3', 4, '', 'Last one.')], at('2026-11-01T08:00:00Z')),
  renewal,
  cold,
];

export const sequences = [
  {
    id: 's-intro',
    name: 'Introduction',
    version: 2,
    state: 'active',
    steps: 3,
    live: 3,
    lastUsedAt: NOW,
  },
  {
    id: 's-renewal',
    name: renewal.name,
    version: 1,
    state: 'archived',
    steps: 2,
    live: 1,
    lastUsedAt: at('2026-11-18T10:00:00Z'),
  },
  { id: 's-cold', name: 'Cold', version: 1, state: 'active', steps: 0, live: 0 },
];
