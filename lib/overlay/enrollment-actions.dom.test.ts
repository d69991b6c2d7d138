import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import { anEnrolledStatus, aPerson, aWorker } from '@/test/support/overlay-builders';
import { createOverlayModel, type OverlayRpc } from './model';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const id = anEnrolledStatus().enrollmentId;

async function enrolled(overrides: Partial<OverlayRpc> = {}) {
  const made = createOverlayModel({
    rpc: aWorker({ 'contact.status': async () => [anEnrolledStatus()], ...overrides }),
    clock: { now: () => Date.now() },
    signal: life.signal,
  });
  made.show([aPerson()]);
  await settle();
  const undo = async () => {
    const content = made.toasts.shown.value.at(-1)?.content;
    if (!content || !('enrollmentId' in content)) throw new Error('expected something to undo');
    await made.actions.undo(content);
  };
  const said = () => made.toasts.shown.value.map(({ content }) => content.kind);
  return { made, undo, said };
}

async function justEnrolled(overrides: Partial<OverlayRpc> = {}) {
  const world = await enrolled(overrides);
  world.made.open();
  await settle();
  await world.made.enroll();
  return world;
}

describe('an enrollment that has just been made', () => {
  test('is taken back before anything is sent, and the state is asked for again', async () => {
    const status = vi.fn(aWorker()['contact.status']);
    const { made, undo, said } = await justEnrolled({ 'contact.status': status });
    status.mockClear();

    await undo();
    await settle();

    expect(said()).toEqual(['undone']);
    expect(status).toHaveBeenCalledOnce();
    expect(made.chip.value.kind).toBe('free');
  });

  test('says when taking it back comes too late', async () => {
    const { undo, said } = await justEnrolled({
      'enrollment.undo': async () => ({ kind: 'tooLate' }),
    });

    await undo();

    expect(said()).toEqual(['tooLate']);
  });

  test('can be taken back again after a failure, while there is time', async () => {
    const { made, undo } = await justEnrolled({
      'enrollment.undo': async () => {
        throw new RpcFailure('internal');
      },
    });

    await undo();

    expect(made.toasts.shown.value).toMatchObject([
      { content: { kind: 'enrolled', isUndoing: false }, secondsLeft: 10 },
      { content: { kind: 'failed', code: 'internal' } },
    ]);
  });
});

describe('unenrolling, pausing and resuming', () => {
  test.each([
    'unenroll',
    'pause',
    'resume',
  ] as const)('%s offers to be taken back for ten seconds', async (action) => {
    const { made } = await enrolled();

    await made.actions[action](id);

    expect(made.toasts.shown.value).toMatchObject([
      { content: { enrollmentId: id, isUndoing: false }, secondsLeft: 10 },
    ]);
  });

  test('resuming says what goes out next, and when', async () => {
    const { made } = await enrolled();

    await made.actions.resume(id);

    expect(made.toasts.shown.value).toMatchObject([
      {
        content: {
          kind: 'resumed',
          subject: 'Still there?',
          nextAt: NOW + 3_600_000,
          zone: 'America/New_York',
        },
      },
    ]);
  });

  test.each([
    ['pause', { 'enrollment.pause': async () => ({ kind: 'sending' }) as const }, 'sending'],
    [
      'pause',
      { 'enrollment.pause': async () => ({ kind: 'notEnrolled' }) as const },
      'notEnrolled',
    ],
    ['resume', { 'enrollment.resume': async () => ({ kind: 'notPaused' }) as const }, 'notPaused'],
    [
      'unenroll',
      { 'enrollment.unenroll': async () => ({ kind: 'notEnrolled' }) as const },
      'notEnrolled',
    ],
  ] as const)('%s that does not happen says so', async (action, worker, kind) => {
    const { made, said } = await enrolled(worker);

    await made.actions[action](id);

    expect(said()).toEqual([kind]);
  });

  test.each([
    [{ kind: 'restored', status: anEnrolledStatus() } as const, 'restored'],
    [{ kind: 'tooLate' } as const, 'restoreTooLate'],
    [{ kind: 'taken' } as const, 'taken'],
  ])('taking it back ends as %j', async (outcome, kind) => {
    const restore = vi.fn(async () => outcome);
    const undoFirst = vi.fn(aWorker()['enrollment.undo']);
    const { made, undo, said } = await enrolled({
      'enrollment.restore': restore,
      'enrollment.undo': undoFirst,
    });
    await made.actions.unenroll(id);

    await undo();

    expect(said()).toEqual([kind]);
    expect(restore).toHaveBeenCalledExactlyOnceWith({ enrollmentId: id });
    expect(undoFirst).not.toHaveBeenCalled();
  });

  test('a newer change takes the offer to undo the older one away', async () => {
    const { made, said } = await enrolled();

    await made.actions.pause(id);
    await made.actions.resume(id);

    expect(said()).toEqual(['resumed']);
  });

  test('is asked once, however often the button is hit, and shows that it is at it', async () => {
    const pause = vi.fn(aWorker()['enrollment.pause']);
    const { made } = await enrolled({ 'enrollment.pause': pause });

    const all = Promise.all([made.actions.pause(id), made.actions.pause(id)]);
    const during = made.chip.value;
    await all;

    expect(during).toMatchObject({ kind: 'enrolled', isBusy: true });
    expect(pause).toHaveBeenCalledOnce();
  });
});
