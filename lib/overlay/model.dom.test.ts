// Long because it is the rule book of one model: what a rep sees, in the order of seeing it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import type { ContactStatus } from '@/lib/rpc/views';
import { NOW } from '@/test/support/builders';
import { anEnrolledStatus, aPerson, aPreview, aWorker } from '@/test/support/overlay-builders';
import { createOverlayModel, type OverlayRpc } from './model';
import { personKey } from './person-key';

const ada = aPerson();
const grace = aPerson({ name: 'Grace Hopper', emails: ['grace@example.com'] });

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
const model = (overrides: Partial<OverlayRpc> = {}) =>
  createOverlayModel({
    rpc: aWorker(overrides),
    clock: { now: () => Date.now() },
    signal: life.signal,
  });

async function opened(overrides: Partial<OverlayRpc> = {}) {
  const made = model(overrides);
  made.show([ada]);
  made.open();
  await settle();
  const panel = made.panel.value;
  if (panel.kind !== 'enroll') throw new Error('expected the Enroll popover');
  return { made, form: panel.form };
}

describe('the control', () => {
  test('says that it checks, then what the worker answered', async () => {
    const made = model();

    made.show([ada]);
    const before = made.chip.value;
    await settle();

    expect(before.kind).toBe('checking');
    expect(made.chip.value.kind).toBe('free');
  });

  test('names a page without anybody, and a person without an address', async () => {
    const made = model({ 'contact.status': async () => [{ kind: 'unknown' }] });

    made.show([]);
    const nobody = made.chip.value.kind;
    made.show([aPerson({ emails: [] })]);
    await settle();

    expect(nobody).toBe('nobody');
    expect(made.chip.value.kind).toBe('noAddress');
  });

  test('follows the person that was picked among several', async () => {
    const enrolled = anEnrolledStatus({ contactName: 'Grace Hopper' });
    const made = model({ 'contact.status': async () => [{ kind: 'free' }, enrolled] });
    made.show([ada, grace]);
    await settle();

    made.pick(personKey(grace));

    expect(made.person.value?.name).toBe('Grace Hopper');
    expect(made.chip.value).toMatchObject({ kind: 'enrolled', status: enrolled });
  });

  test('does not let a late answer overwrite a newer one', async () => {
    const answers: ((statuses: readonly ContactStatus[]) => void)[] = [];
    const made = model({
      'contact.status': () => new Promise((resolve) => answers.push(resolve)),
    });
    made.show([ada]);
    made.refresh();

    answers[1]?.([anEnrolledStatus()]);
    await settle();
    answers[0]?.([{ kind: 'free' }]);
    await settle();

    expect(made.chip.value.kind).toBe('enrolled');
  });

  test('names a failure, and recovers when asked again', async () => {
    let isBroken = true;
    const made = model({
      'contact.status': async () => {
        if (isBroken) throw new RpcFailure('storeUnavailable');
        return [{ kind: 'free' }];
      },
    });
    made.show([ada]);
    await settle();
    const broken = made.chip.value;

    isBroken = false;
    made.refresh();
    await settle();

    expect(broken).toEqual({ kind: 'failed', code: 'storeUnavailable' });
    expect(made.chip.value.kind).toBe('free');
  });

  test('turns into a request to refresh once the extension is gone', async () => {
    const made = model({
      'contact.status': async () => {
        throw new RpcFailure('orphaned');
      },
    });

    made.show([ada]);
    await settle();

    expect(made.chip.value.kind).toBe('orphaned');
  });
});

describe('enrolling', () => {
  test('changes the control at once and offers to undo it', async () => {
    const { made } = await opened();

    await made.enroll();

    expect(made.chip.value.kind).toBe('enrolled');
    expect(made.panel.value.kind).toBe('closed');
    expect(made.toasts.shown.value).toMatchObject([
      { content: { kind: 'enrolled', name: 'Ada Lovelace' }, secondsLeft: 10 },
    ]);
  });

  test('sends what is on screen, and the warnings that were on it as accepted', async () => {
    const enroll = vi.fn(aWorker()['enrollment.enroll']);
    const { made, form } = await opened({ 'enrollment.enroll': enroll });

    form.edit({ subject: 'Hello, dear Ada' });
    await made.enroll();

    expect(enroll).toHaveBeenCalledExactlyOnceWith({
      person: ada,
      sequenceId: 'sequence-1',
      placeholders: {},
      senderId: 'sender-1',
      startStep: 1,
      from: 'rep@example.com',
      to: 'ada@example.com',
      edited: { stepId: 'step-1', subject: 'Hello, dear Ada', body: 'Hi Ada,' },
      accepted: ['zoneKnown'],
    });
  });

  test('shows why not when it is refused, and keeps the text', async () => {
    const checks = aPreview().checks.map((check) => ({ ...check, result: 'block' as const }));
    const { made, form } = await opened({
      'enrollment.enroll': async () => ({ kind: 'refused', checks, status: { kind: 'free' } }),
    });
    form.edit({ body: 'My own words' });

    await made.enroll();

    expect(form.view.value).toMatchObject({
      isRefused: true,
      preview: { checks, allowed: false },
      email: { body: 'My own words' },
    });
    expect(made.panel.value.kind).toBe('enroll');
  });

  test('keeps everything when the worker cannot be reached', async () => {
    const { made, form } = await opened({
      'enrollment.enroll': async () => {
        throw new RpcFailure('internal');
      },
    });
    form.edit({ body: 'My own words' });

    await made.enroll();

    expect(form.view.value).toMatchObject({
      failure: 'internal',
      isEnrolling: false,
      email: { body: 'My own words' },
    });
  });

  test('is asked once, however often the button is hit', async () => {
    const enroll = vi.fn(aWorker()['enrollment.enroll']);
    const { made } = await opened({ 'enrollment.enroll': enroll });

    await Promise.all([made.enroll(), made.enroll(), made.enroll()]);

    expect(enroll).toHaveBeenCalledOnce();
  });

  test('stays with its person when the page moves on, and says so', async () => {
    const enroll = vi.fn(aWorker()['enrollment.enroll']);
    const { made } = await opened({ 'enrollment.enroll': enroll });

    made.show([grace]);
    const hasMovedOn = made.hasMovedOn.value;
    await made.enroll();

    expect(hasMovedOn).toBe(true);
    expect(enroll.mock.calls[0]?.[0].person).toEqual(ada);
    expect(made.person.value).toEqual(grace);
    expect(made.chip.value.kind).toBe('free');
  });

  test('loses nothing typed when the popover is closed and opened again', async () => {
    const { made, form } = await opened();
    form.edit({ body: 'My own words' });

    made.close();
    made.open();
    await settle();

    expect(form.view.value.email?.body).toBe('My own words');
    expect(made.panel.value).toMatchObject({ kind: 'enroll', form });
  });
});
