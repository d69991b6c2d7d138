import { askWorker } from '../../support/ask-worker.ts';
import { type RuleCase, showAgain } from './rule-case.ts';
import type { RuleWorld } from './rule-world.ts';

/** Rules about the sequence that is chosen. */
export const SEQUENCE_CASES: readonly RuleCase[] = [
  {
    rule: 'a sequence that is archived meanwhile',
    code: 'sequenceAvailable',
    variant: 'archived',
    sequence: 'Goes to the archive',
    meanwhile: ({ rules }) => change(rules, 'Goes to the archive', 'archive'),
  },
  {
    rule: 'a sequence that is deleted meanwhile',
    code: 'sequenceAvailable',
    variant: 'deleted',
    sequence: 'Goes for good',
    meanwhile: ({ rules }) => change(rules, 'Goes for good', 'delete'),
  },
  {
    rule: 'a sequence whose owner keeps it to themselves from now on',
    code: 'sequenceAvailable',
    variant: 'notShared',
    sequence: 'Goes private',
    meanwhile: async ({ rules }) => {
      const isIt = ({ name }: { readonly name: string }) => name === 'Goes private';
      const theirs = { access: { kind: 'private' }, owner: 'boss@example.com' } as const;
      const hide = (store: 'sequences' | 'sequenceVersions') =>
        rules.rows.change(store, (row) => (isIt(row) ? { ...row, ...theirs } : undefined));
      await hide('sequences');
      await hide('sequenceVersions');
      await rules.tellPages();
    },
  },
  {
    rule: 'a sequence without emails',
    code: 'sequenceHasSteps',
    variant: 'empty',
    sequence: 'No emails',
  },
  {
    rule: 'a sequence that stands still',
    code: 'sequenceNotPaused',
    variant: 'paused',
    sequence: 'Standstill',
  },
  {
    rule: 'an email that names what nobody knows',
    code: 'tokensFilled',
    variant: 'missing',
    record: 60,
    sequence: 'Names the company',
    values: { tokens: '{{contact.company}}' },
  },
  {
    rule: 'an email that the rep has to finish',
    code: 'tokensFilled',
    variant: 'placeholders',
    sequence: 'Asks why',
    values: { tokens: 'why now' },
  },
];

/** Rules about the mailbox that is chosen. */
export const SENDER_CASES: readonly RuleCase[] = [
  {
    rule: 'a user without a seat',
    code: 'senderEligible',
    variant: 'noSeat',
    sender: 'noseat@example.com',
  },
  { rule: 'a team inbox', code: 'senderEligible', variant: 'shared', sender: 'team@example.com' },
  {
    rule: 'an alias that is taken away meanwhile',
    code: 'senderEligible',
    variant: 'notItsAddress',
    sender: 'alias@example.com',
    values: { from: 'alias@example.com', address: 'aliased@example.com' },
    meanwhile: async ({ rules }) => {
      await rules.rows.change('senders', (row) =>
        row.name === 'aliased' ? { ...row, addresses: row.addresses.slice(0, 1) } : undefined,
      );
      await rules.tellPages();
    },
  },
  {
    rule: 'a mailbox that is gone meanwhile',
    code: 'senderEligible',
    variant: 'unchosen',
    sender: 'gone@example.com',
    meanwhile: async ({ rules }) => {
      await rules.rows.remove('senders', 'sender-gone');
      await rules.tellPages();
    },
  },
  {
    rule: 'an owner whose mailbox is not here',
    code: 'ownerResolved',
    variant: 'noSender',
    record: 115,
    sender: 'Contact owner (hubspot_owner_email)',
    values: { property: 'hubspot_owner_email', address: 'kim@example.com' },
  },
  {
    rule: 'an owner whom the page names no longer',
    code: 'ownerResolved',
    variant: 'noAddress',
    record: 116,
    sender: 'Contact owner (hubspot_owner_email)',
    values: { property: 'hubspot_owner_email' },
    meanwhile: ({ page }) => showAgain(page, 'hubspot_owner_email', 'Nobody'),
  },
  {
    rule: 'a full day, with the first free slot',
    code: 'dailyLimit',
    variant: 'full',
    sender: 'full@example.com',
    values: { used: 1, limit: 1 },
  },
  {
    rule: 'a limit of nothing, which is never free',
    code: 'dailyLimit',
    variant: 'fullBare',
    sender: 'never@example.com',
    values: { used: 0, limit: 0 },
  },
  {
    rule: 'a day whose every minute is taken',
    code: 'perMinuteLimit',
    variant: 'full',
    sender: 'crowded@example.com',
    values: { limit: 1 },
  },
];

async function change(rules: RuleWorld, name: string, action: 'archive' | 'delete') {
  const id = rules.sequences.get(name) ?? '';
  await askWorker(rules.work.options.page, 'sequence.change', { id, action });
}
