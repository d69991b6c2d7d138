import { type RuleCase, showAgain } from './rule-case.ts';

/** Rules about the person. */
export const CONTACT_CASES: readonly RuleCase[] = [
  { rule: 'somebody without an address', code: 'hasAddress', variant: 'missing', record: 54 },
  {
    rule: 'the chosen address is no longer on the page',
    code: 'hasAddress',
    variant: 'foreign',
    record: 55,
    values: { address: 'dana@levy.example.com' },
    meanwhile: async ({ page, overlay }) => {
      await overlay.panel.getByLabel('To', { exact: true }).selectOption('dana@levy.example.com');
      await showAgain(page, 'hs_additional_emails', '');
    },
  },
  {
    rule: 'an address that is too long once it is sent',
    code: 'addressValid',
    variant: 'invalid',
    record: 102,
    values: { address: `${'ż'.repeat(64)}@long.example.com` },
  },
  {
    rule: 'an address that several people read',
    code: 'addressValid',
    variant: 'role',
    record: 101,
    values: { address: 'info@ida.example.com' },
  },
  {
    rule: 'the rep’s own address',
    code: 'ownAddress',
    variant: 'own',
    record: 103,
    values: { address: 'rep@example.com' },
  },
  ...(
    [
      ['optedOut', 104, 'opted@opted.example.com'],
      ['bounced', 105, 'bounced@bounced.example.com'],
      ['blocked', 106, '@blocked.example.com'],
      ['spamComplaint', 107, 'spam@spam.example.com'],
    ] as const
  ).map(([variant, record, address]) => ({
    rule: `somebody on the list, ${variant}`,
    code: 'suppressed' as const,
    variant,
    record,
    values: { address },
  })),
  {
    rule: 'somebody whom another window has enrolled meanwhile',
    code: 'alreadyEnrolled',
    variant: 'held',
    record: 108,
    values: { sequence: 'Any time', step: 1, steps: 2, owner: 'rep@example.com' },
    meanwhile: async ({ rules }) => {
      await rules.enroll(108, 'Any time');
    },
  },
  {
    rule: 'somebody who was in this sequence four days ago',
    code: 'recentlyEnrolled',
    variant: 'sequence',
    record: 109,
    sequence: 'Cools off',
    values: { sequence: 'Cools off', days: 4, limit: 60 },
  },
  {
    rule: 'somebody who was in another sequence four days ago',
    code: 'recentlyEnrolled',
    variant: 'any',
    record: 110,
    sequence: 'Colleagues',
    values: { sequence: 'Any time', days: 4, limit: 30 },
  },
  {
    rule: 'somebody who was imported three days ago and never answered',
    code: 'coldLead',
    variant: 'cold',
    record: 111,
    values: { days: 3, limit: 30 },
  },
  {
    rule: 'somebody whose colleague is in the sequence',
    code: 'sameCompany',
    variant: 'colleague',
    record: 112,
    sequence: 'Colleagues',
    values: { name: 'First Rule', sequence: 'Colleagues' },
  },
  {
    rule: 'somebody whose time zone nobody knows',
    code: 'zoneKnown',
    variant: 'sender',
    record: 53,
    values: { zone: 'UTC' },
  },
];
