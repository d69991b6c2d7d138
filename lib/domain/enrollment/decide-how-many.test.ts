import { type RuleRow, testRules } from '@/test/support/rule-rows';

const REFUSED = { manual: 'refuses', bulk: 'refuses', workflow: 'skips' } as const;
const ASKED = { manual: 'asks', bulk: 'asks', workflow: 'skips' } as const;
const FINE = { manual: 'passes', bulk: 'passes', workflow: 'passes' } as const;

const batch = (size: number, confirmed?: number) => ({
  batch: { size, ...(confirmed !== undefined && { confirmed }) },
});
const sizes: readonly RuleRow[] = [
  {
    sentence: 'fifty at once are enrolled without asking',
    code: 'bulkSize',
    request: batch(50),
    ...FINE,
  },
  {
    sentence: 'more than fifty at once are asked about',
    code: 'bulkSize',
    reason: 'confirm',
    params: { size: 51 },
    request: batch(51),
    ...ASKED,
  },
  {
    sentence: 'more than fifty that were confirmed are enrolled',
    code: 'bulkSize',
    request: batch(100, 100),
    ...FINE,
  },
  {
    sentence: 'a number confirmed for other contacts confirms nothing',
    code: 'bulkSize',
    reason: 'confirm',
    request: batch(80, 79),
    ...ASKED,
  },
  {
    sentence: 'more than a hundred need the number typed',
    code: 'bulkSize',
    reason: 'typeNumber',
    workflowReason: 'tooMany',
    request: batch(101, 100),
    ...REFUSED,
    workflow: 'skips',
    manual: 'refuses',
  },
];
const many: readonly RuleRow[] = [
  {
    sentence: 'more than a hundred with their number are enrolled, but never by a workflow',
    code: 'bulkSize',
    reason: 'tooMany',
    request: batch(101, 101),
    ...FINE,
    workflow: 'skips',
  },
];

testRules([...sizes, ...many]);
