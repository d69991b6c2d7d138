import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import { address, NOW, sequenceId, stepId } from '@/test/support/builders';
import { aCheck, aPerson, aPreview, aWorker } from '@/test/support/overlay-builders';
import { createEnrollForm } from './enroll-form';
import type { OverlayRpc } from './model';

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

async function opened(overrides: Partial<OverlayRpc> = {}) {
  const form = createEnrollForm({
    person: aPerson(),
    rpc: aWorker(overrides),
    signal: life.signal,
  });
  void form.reload();
  await settle();
  return { form };
}

describe('the preview', () => {
  test('is asked for after a pause in typing, with what was typed', async () => {
    const preview = vi.fn(aWorker()['enrollment.preview']);
    const { form } = await opened({ 'enrollment.preview': preview });
    preview.mockClear();

    for (const body of ['M', 'My', 'My own']) {
      form.edit({ body });
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(400);

    expect(preview).toHaveBeenCalledOnce();
    expect(preview.mock.calls[0]?.[0].edited?.body).toBe('My own');
  });

  test('that arrives while somebody types does not overwrite the text', async () => {
    const answers: (() => void)[] = [];
    const made = await opened({
      'enrollment.preview': () => new Promise((resolve) => answers.push(() => resolve(aPreview()))),
    });
    answers.shift()?.();
    await settle();

    made.form.edit({ body: 'First' });
    await vi.advanceTimersByTimeAsync(400);
    made.form.edit({ body: 'First and second' });
    answers.shift()?.();
    await settle();

    expect(made.form.view.value.email?.body).toBe('First and second');
  });

  test('keeps a draft per step while another sequence is looked at', async () => {
    const other = aPreview({
      email: { stepId: stepId('step-9'), subject: 'Other', body: 'Other' },
    });
    const { form } = await opened({
      'enrollment.preview': async ({ sequenceId: id }) =>
        id === 'sequence-2' ? other : aPreview(),
    });
    form.edit({ body: 'My own words' });

    form.choose({ sequenceId: sequenceId('sequence-2') });
    await settle();
    const meanwhile = form.view.value.email?.body;
    form.choose({ sequenceId: sequenceId('sequence-1') });
    await settle();

    expect(meanwhile).toBe('Other');
    expect(form.view.value).toMatchObject({ isEdited: true, email: { body: 'My own words' } });
  });

  test('goes back to the template when asked', async () => {
    const { form } = await opened();
    form.edit({ body: 'My own words' });

    form.resetEmail();
    await settle();

    expect(form.view.value).toMatchObject({ isEdited: false, email: { body: 'Hi Ada,' } });
  });
});

describe('what is chosen', () => {
  const MONDAY = NOW + 6 * 24 * 3_600_000;
  const offers: EnrollmentPreview['offers'] = [{ at: MONDAY, why: 'window' }];

  test('a better moment stays to choose from once it is chosen, and is sent along', async () => {
    const preview = vi.fn(async ({ sendAt }: Parameters<OverlayRpc['enrollment.preview']>[0]) =>
      aPreview({ offers: sendAt === undefined ? offers : [] }),
    );
    const enroll = vi.fn(aWorker()['enrollment.enroll']);
    const { form } = await opened({ 'enrollment.preview': preview, 'enrollment.enroll': enroll });

    form.choose({ sendAt: MONDAY });
    await settle();
    await form.enroll();

    expect(form.view.value).toMatchObject({ offers, chosen: { sendAt: MONDAY } });
    expect(preview.mock.lastCall?.[0].sendAt).toBe(MONDAY);
    expect(enroll.mock.calls[0]?.[0].sendAt).toBe(MONDAY);
  });

  test('at once can be chosen again', async () => {
    const preview = vi.fn(aWorker()['enrollment.preview']);
    const { form } = await opened({ 'enrollment.preview': preview });
    form.choose({ sendAt: MONDAY });

    form.choose({ sendAt: undefined });
    await settle();

    expect(preview.mock.lastCall?.[0].sendAt).toBeUndefined();
    expect(form.view.value.chosen.sendAt).toBeUndefined();
  });

  test('the owner as sender takes the place of a mailbox chosen before', async () => {
    const preview = vi.fn(aWorker()['enrollment.preview']);
    const enroll = vi.fn(aWorker()['enrollment.enroll']);
    const { form } = await opened({ 'enrollment.preview': preview, 'enrollment.enroll': enroll });
    form.choose({ from: address('sales@example.com') });

    form.choose({ senderId: undefined, from: undefined, ownerProperty: 'owner_email' });
    await settle();
    await form.enroll();

    expect(preview.mock.lastCall?.[0]).toMatchObject({ ownerProperty: 'owner_email' });
    expect(preview.mock.lastCall?.[0].from).toBeUndefined();
    expect(enroll.mock.calls[0]?.[0].ownerProperty).toBe('owner_email');
  });

  test('what is written for a placeholder reaches the email after a pause, once', async () => {
    const preview = vi.fn(
      async ({ placeholders = {} }: Parameters<OverlayRpc['enrollment.preview']>[0]) =>
        aPreview({
          placeholders: ['opener'],
          email: { stepId: stepId('step-1'), subject: 'Hello', body: `${placeholders['opener']}!` },
        }),
    );
    const { form } = await opened({ 'enrollment.preview': preview });
    preview.mockClear();

    form.fill('opener', 'Nice');
    form.fill('opener', 'Nice talk');
    await vi.advanceTimersByTimeAsync(400);

    expect(preview).toHaveBeenCalledOnce();
    expect(form.view.value.email?.body).toBe('Nice talk!');
    expect(form.view.value.placeholders).toEqual({ opener: 'Nice talk' });
  });

  test('only warnings that were on screen and may be overruled count as accepted', async () => {
    const enroll = vi.fn(aWorker()['enrollment.enroll']);
    const checks = [
      aCheck('coldLead', { result: 'warn', reason: 'cold', overridable: true }),
      aCheck('sameCompany', { result: 'warn', reason: 'colleague', overridable: true }),
      aCheck('addressValid', { result: 'warn', reason: 'role', overridable: false }),
      aCheck('suppressed'),
    ];
    const { form } = await opened({
      'enrollment.preview': async () => aPreview({ checks }),
      'enrollment.enroll': enroll,
    });

    await form.enroll();

    expect(enroll.mock.calls[0]?.[0].accepted).toEqual(['coldLead', 'sameCompany']);
  });
});
