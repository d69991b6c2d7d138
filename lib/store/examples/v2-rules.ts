/* Part of the frozen example of version 2, see `v2.ts`: sequences, senders and the rep's days. */

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T08:00:00Z');

const step = (id: string, days: number, subject: string, body: string) => ({
  id,
  kind: 'automatedEmail',
  delay: { days, minutes: 0 },
  subject,
  body,
});

/** How a sequence of version 1 goes on behaving. */
const asBefore = (threading: boolean) => ({
  settings: {
    days: 'everyDay',
    window: { start: 0, end: 1_440 },
    threading,
    unsubscribe: false,
    coolOffDays: 0,
    sameCompany: 'allow',
  },
  access: { kind: 'everyone' },
  owner: 'local',
});

const intro = {
  id: 's-intro',
  name: 'Introduction',
  state: 'active',
  ...asBefore(true),
};
const introSteps = [
  step('i1', 0, 'A question, {{contact.first_name|hello}}', 'Hi {{contact.first_name|there}}'),
  step('i2', 3, 'Re: a question', 'Still there?\n\n{{sender.name}}'),
];
const renewal = {
  id: 's-renewal',
  version: 1,
  name: 'Renewal „jesień” <2025>',
  steps: [step('r1', 0, 'Your renewal', 'Time to renew.'), step('r2', 7, '', 'And?')],
  state: 'archived',
  createdAt: at('2025-09-01T08:00:00Z'),
  ...asBefore(false),
};
const offer = {
  id: 's-offer',
  version: 1,
  name: 'Offer',
  steps: [
    step('o1', 0, 'About {{placeholder:the product}}', 'Book a time: {{sender.meeting_link|}}'),
    step('o2', 2, '', 'And?'),
  ],
  settings: {
    days: 'businessDays',
    window: { start: 480, end: 1_080 },
    threading: true,
    unsubscribe: true,
    coolOffDays: 14,
    sameCompany: 'warn',
  },
  access: { kind: 'specific', users: ['kim@example.com'], teams: ['North'] },
  owner: 'local',
  state: 'active',
  createdAt: at('2026-11-20T08:00:00Z'),
};

export const sequenceVersions = [
  { ...intro, version: 1, steps: introSteps, createdAt: at('2025-09-01T08:00:00Z') },
  {
    ...intro,
    version: 2,
    steps: [...introSteps, step('i3', 4, '', 'Last one.')],
    createdAt: at('2026-11-01T08:00:00Z'),
  },
  renewal,
  { ...renewal, id: 's-cold', name: 'Cold', steps: [], state: 'active' },
  offer,
];

const everyone = { access: { kind: 'everyone' }, owner: 'local', paused: false };

export const sequences = [
  {
    ...everyone,
    id: 's-intro',
    name: 'Introduction',
    version: 2,
    state: 'active',
    steps: 3,
    live: 3,
    lastUsedAt: NOW,
  },
  {
    ...everyone,
    id: 's-renewal',
    name: renewal.name,
    version: 1,
    state: 'archived',
    steps: 2,
    live: 1,
    lastUsedAt: at('2026-11-18T10:00:00Z'),
  },
  { ...everyone, id: 's-cold', name: 'Cold', version: 1, state: 'active', steps: 0, live: 0 },
  {
    id: 's-offer',
    name: 'Offer',
    version: 1,
    state: 'active',
    access: offer.access,
    owner: 'local',
    paused: true,
    steps: 2,
    live: 1,
    lastUsedAt: at('2026-11-23T09:00:00Z'),
  },
];

const sender = (who: string, name: string) => ({
  id: `m-${who}`,
  kind: 'gmail',
  address: `${who}@example.com`,
  name,
  addresses: [{ address: `${who}@example.com`, name, isDefault: true }],
  zone: 'Europe/Warsaw',
  connection: 'connected',
  seat: true,
  shared: false,
  dailyLimit: 500,
  perMinute: 10,
  cursor: '1201',
  connectedAt: at('2025-09-01T08:00:00Z'),
});
const robin = sender('robin', 'Robin Rep');

export const senders = [
  {
    ...robin,
    addresses: [...robin.addresses, { address: 'sales@example.com', name: '', isDefault: false }],
    polledAt: at('2026-11-24T07:59:30Z'),
  },
  {
    ...sender('sam', 'Sam Seller'),
    connection: 'revoked',
    connectedAt: at('2026-01-07T08:00:00Z'),
  },
  {
    ...sender('team', 'The Team'),
    shared: true,
    seat: false,
    adminLimit: 50,
    perMinute: 3,
    meetingLink: 'https://meet.example.com/team',
    connectedAt: at('2026-06-01T08:00:00Z'),
  },
];

export const calendars = [
  {
    id: 'PL',
    days: [{ date: '2026-12-25', name: 'Boże Narodzenie' }],
    until: '2027-12-31',
  },
  { id: 'own', days: [{ date: '2026-12-31', name: '' }], until: '2026-12-31' },
];
