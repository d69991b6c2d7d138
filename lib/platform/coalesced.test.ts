import { expect, test } from 'vitest';
import { coalesced } from './coalesced';

test('asked for many times while running, it runs once more and not in parallel', async () => {
  const order: string[] = [];
  const release: (() => void)[] = [];
  let runs = 0;
  const refresh = coalesced(async () => {
    const run = ++runs;
    order.push(`start ${run}`);
    await new Promise<void>((resolve) => release.push(resolve));
    order.push(`end ${run}`);
  });

  const first = refresh();
  void refresh();
  void refresh();
  release[0]?.();
  await Promise.resolve().then(() => undefined);
  await expect.poll(() => release.length).toBe(2);
  release[1]?.();
  await first;

  expect(order).toEqual(['start 1', 'end 1', 'start 2', 'end 2']);
});

test('a run that failed does not stop the next one', async () => {
  let runs = 0;
  const refresh = coalesced(async () => {
    runs += 1;
    if (runs === 1) throw new Error('first');
  });

  await expect(refresh()).rejects.toThrow('first');
  await refresh();

  expect(runs).toBe(2);
});
