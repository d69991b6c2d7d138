import { expect, test } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import type { DryRunPart } from '@/lib/rpc/workflow-views';
import { contactId } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { aWorkflow } from '@/test/support/workflow-builders';
import { aDryRunContact, aDryRunPart } from '@/test/support/workflow-view-builders';
import { createDryRun } from './dry-run-model';

const PARTS: readonly DryRunPart[] = [
  aDryRunPart({
    matched: 12,
    cold: 2,
    sample: Array.from({ length: 12 }, (_, i) => aDryRunContact(`a${i}`)),
    next: contactId('a99'),
  }),
  aDryRunPart({
    checked: 50,
    matched: 30,
    cold: 1,
    sample: Array.from({ length: 8 }, (_, i) => aDryRunContact(`b${i}`)),
    next: contactId('b99'),
  }),
  aDryRunPart({ checked: 7, matched: 0 }),
];

test('all contacts are looked at part by part; counts add up and the sample ends at twenty', async () => {
  let asked = 0;
  const { rpc, calls } = fakeRpc({
    'workflow.dryRun': async () => PARTS[asked++] ?? aDryRunPart(),
  });
  const run = createDryRun({ rpc });

  await run.start(aWorkflow());

  expect(calls.map(([, input]) => input)).toMatchObject([
    { sample: 20 },
    { sample: 8, after: 'a99' },
    { sample: 0, after: 'b99' },
  ]);
  expect(run.view.value).toMatchObject({ state: 'done', checked: 157, matched: 42, cold: 3 });
  expect(run.view.value.sample).toHaveLength(20);
});

test('canceling stops asking and keeps what was counted', async () => {
  const { rpc, calls } = fakeRpc({
    'workflow.dryRun': async () => {
      if (calls.length === 2) run.cancel();
      return aDryRunPart({ next: contactId('more') });
    },
  });
  const run = createDryRun({ rpc });

  await run.start(aWorkflow());

  expect(calls).toHaveLength(2);
  expect(run.view.value).toMatchObject({ state: 'canceled', checked: 100, matched: 10 });
});

test('another run starts from nothing, and the answer of the one before is dropped', async () => {
  const late = Promise.withResolvers<DryRunPart>();
  let asked = 0;
  const { rpc } = fakeRpc({
    'workflow.dryRun': async () => (asked++ === 0 ? late.promise : aDryRunPart({ matched: 1 })),
  });
  const run = createDryRun({ rpc });
  const first = run.start(aWorkflow());

  await run.start(aWorkflow());
  late.resolve(aDryRunPart({ matched: 99 }));
  await first;

  expect(run.view.value).toMatchObject({ state: 'done', matched: 1 });
});

test('without an answer it says that it stopped', async () => {
  const { rpc } = fakeRpc({
    'workflow.dryRun': async () => {
      throw new RpcFailure('internal');
    },
  });
  const run = createDryRun({ rpc });

  await expect(run.start(aWorkflow())).rejects.toThrow(RpcFailure);

  expect(run.view.value.state).toBe('failed');
});
