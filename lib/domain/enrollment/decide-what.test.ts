import { aSequence } from '@/test/support/builders';
import { type RuleRow, testRules } from '@/test/support/rule-rows';

const REFUSED = { manual: 'refuses', bulk: 'refuses', workflow: 'skips' } as const;
const FINE = { manual: 'passes', bulk: 'passes', workflow: 'passes' } as const;

const sharedWith = (users: string[], teams: string[] = []) =>
  aSequence({ owner: 'boss@example.com', access: { kind: 'specific', users, teams } });
const inSales = { keys: new Set(['local']), teams: new Set(['Sales']) };

const sequences: readonly RuleRow[] = [
  {
    sentence: 'a sequence that is gone takes nobody',
    code: 'sequenceAvailable',
    reason: 'missing',
    facts: { sequence: undefined },
    ...REFUSED,
  },
  {
    sentence: 'an archived sequence takes nobody',
    code: 'sequenceAvailable',
    reason: 'archived',
    params: { sequence: 'Introduction' },
    facts: { sequence: aSequence({ state: 'archived' }) },
    ...REFUSED,
  },
  {
    sentence: 'a deleted sequence takes nobody',
    code: 'sequenceAvailable',
    reason: 'deleted',
    facts: { sequence: aSequence({ state: 'deleted' }) },
    ...REFUSED,
  },
  {
    sentence: "somebody else's private sequence takes nobody",
    code: 'sequenceAvailable',
    reason: 'notShared',
    facts: { sequence: aSequence({ owner: 'boss@example.com', access: { kind: 'private' } }) },
    ...REFUSED,
  },
  {
    sentence: "one's own private sequence may be used",
    code: 'sequenceAvailable',
    facts: { sequence: aSequence({ access: { kind: 'private' } }) },
    ...FINE,
  },
  {
    sentence: 'a sequence shared with others takes nobody',
    code: 'sequenceAvailable',
    reason: 'notShared',
    facts: { sequence: sharedWith(['eve@example.com'], ['Sales']) },
    ...REFUSED,
  },
  {
    sentence: 'a sequence shared with this user may be used',
    code: 'sequenceAvailable',
    facts: { sequence: sharedWith(['Rep@example.com']) },
    ...FINE,
  },
  {
    sentence: "a sequence shared with the user's team may be used",
    code: 'sequenceAvailable',
    facts: { sequence: sharedWith([], ['Sales']), user: inSales },
    ...FINE,
  },
  {
    sentence: 'a sequence without a step to run takes nobody',
    code: 'sequenceHasSteps',
    reason: 'empty',
    request: { startStep: 3 },
    ...REFUSED,
  },
  {
    sentence: 'a sequence without any step takes nobody',
    code: 'sequenceHasSteps',
    reason: 'empty',
    facts: { sequence: aSequence({ steps: [] }) },
    ...REFUSED,
  },
  {
    sentence: 'a paused sequence takes nobody',
    code: 'sequenceNotPaused',
    reason: 'paused',
    params: { sequence: 'Introduction' },
    facts: { sequencePaused: true },
    ...REFUSED,
  },
];

testRules(sequences);
