import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOW } from '@/test/support/builders';
import { aBulkWorker, people } from '@/test/support/bulk-builders';
import { aPerson, aWorker } from '@/test/support/overlay-builders';
import { createBulk } from './bulk';
import { leaveWhenOrphaned } from './leave-when-orphaned';
import { createOverlayModel } from './model';
import { watchOrphaned } from './orphaned';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function start() {
  let isAlive = true;
  const { signal } = life;
  const model = createOverlayModel({ rpc: aWorker(), clock: { now: () => Date.now() }, signal });
  watchOrphaned({ document, isAlive: () => isAlive, onOrphaned: model.orphan, signal });
  const bulk = createBulk({ rpc: aBulkWorker(), isHidden: () => false, signal });
  leaveWhenOrphaned({ model, bulk, life });
  const lose = async () => {
    isAlive = false;
    await vi.advanceTimersByTimeAsync(2_000);
  };
  return { model, bulk, lose };
}

test('while the extension lives nothing is said', async () => {
  const { model } = start();
  model.show([aPerson()]);

  await vi.advanceTimersByTimeAsync(600_000);

  expect(model.isOrphaned.value).toBe(false);
  expect(life.signal.aborted).toBe(false);
});

test('an orphan asks for a refresh for a while, then leaves nothing behind', async () => {
  const { model, lose } = start();
  model.show([aPerson()]);

  await lose();
  const said = model.chip.value.kind;
  await vi.advanceTimersByTimeAsync(29_000);
  const during = life.signal.aborted;
  await vi.advanceTimersByTimeAsync(1_000);

  expect({ said, during, after: life.signal.aborted }).toEqual({
    said: 'orphaned',
    during: false,
    after: true,
  });
  expect(vi.getTimerCount()).toBe(0);
});

test('an orphan with nothing on screen leaves at once', async () => {
  const { lose } = start();

  await lose();

  expect(life.signal.aborted).toBe(true);
});

test('an open popover stays until it is closed, so that its text can be copied', async () => {
  const { model, lose } = start();
  model.show([aPerson()]);
  model.open();

  await lose();
  await vi.advanceTimersByTimeAsync(600_000);
  const whileOpen = life.signal.aborted;
  model.close();

  expect({ whileOpen, closed: life.signal.aborted }).toEqual({ whileOpen: false, closed: true });
});

test('an open bulk popover stays with what was chosen in it until it is closed', async () => {
  const { model, bulk, lose } = start();
  model.show([aPerson()]);
  bulk.select({ people: people(2) });
  bulk.open();

  await lose();
  await vi.advanceTimersByTimeAsync(60_000);
  const during = life.signal.aborted;
  bulk.close();

  expect(during).toBe(false);
  expect(life.signal.aborted).toBe(true);
});
