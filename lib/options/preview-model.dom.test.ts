import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { type Calendar, EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import {
  aContact,
  aSender,
  aSequence,
  contactId,
  NOW,
  senderId,
  zone,
} from '@/test/support/builders';
import { draftOf } from './draft-of';
import type { FormState } from './form-state';
import { createPreviewModel, type PreviewDeps } from './preview-model';

const draft = draftOf(aSequence());
const state: FormState = {
  item: 'sequence-1',
  live: 0,
  saved: draft,
  draft,
  restored: false,
  attempted: false,
};

async function aPreview(overrides: Partial<PreviewDeps> = {}) {
  const form = signal<FormState | undefined>(state);
  const readCalendar = vi.fn(async (): Promise<Calendar> => EMPTY_CALENDAR);
  const preview = createPreviewModel({
    form,
    now: signal(NOW),
    zone: zone('Europe/Warsaw'),
    readSenders: async () => [aSender()],
    searchContacts: async () => [aContact()],
    readCalendar,
    ...overrides,
  });
  await preview.refresh();
  const zones = () => readCalendar.mock.calls.map((call: readonly unknown[]) => call[1]);
  return { preview, form, zones };
}

const subject = ({ preview }: Awaited<ReturnType<typeof aPreview>>) =>
  preview.view.value?.steps[0]?.subject?.map(({ text }) => text).join('');

test('begins with the sample, and follows every letter that is typed', async () => {
  const page = await aPreview();
  const before = subject(page);

  page.form.value = {
    ...state,
    draft: { ...draft, steps: draft.steps.map((step) => ({ ...step, subject: 'Hello' })) },
  };

  expect([before, subject(page)]).toEqual(['A question, Alex', 'Hello']);
});

test('a chosen contact brings its name, its clock and its calendar', async () => {
  const page = await aPreview();

  page.preview.choose(contactId('contact-1'));

  expect([subject(page), page.preview.view.value?.zone]).toEqual([
    'A question, Ada',
    'America/New_York',
  ]);
  await expect.poll(() => page.zones().at(-1)).toBe('America/New_York');
});

test('who is chosen stays to be chosen when the search finds others', async () => {
  const searchContacts = vi.fn(async () => [aContact()]);
  const { preview } = await aPreview({ searchContacts });
  preview.choose(contactId('contact-1'));
  searchContacts.mockResolvedValue([aContact({ id: contactId('contact-2'), name: 'Alan' })]);

  preview.search('alan');

  await expect
    .poll(() => preview.contacts.value.map(({ id }) => id))
    .toEqual(['sample', 'contact-1', 'contact-2']);
});

test('a sender that may send comes before one that may not', async () => {
  const shared = aSender({ id: senderId('team'), shared: true });
  const { preview } = await aPreview({ readSenders: async () => [shared, aSender()] });
  const first = preview.sender.value?.id;

  preview.chooseSender(senderId('team'));

  expect([first, preview.sender.value?.id]).toEqual(['sender-1', 'team']);
});

test('a database that cannot be read leaves the sample to preview with', async () => {
  const failing = () => Promise.reject(new Error('blocked'));
  const page = await aPreview({
    readSenders: failing,
    searchContacts: failing,
    readCalendar: failing,
  });

  expect([subject(page), page.preview.view.value?.steps.length]).toEqual(['A question, Alex', 3]);
});
