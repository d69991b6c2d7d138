import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import { RpcFailure } from '@/lib/rpc/failure';
import type { SenderChoice } from '@/lib/rpc/views';
import { senderId } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { aSenderChoice } from '@/test/support/view-builders';
import { createSenderFormsModel } from './sender-forms-model';

const ID = senderId('sender-1');

function aSenderForm(options: { readonly sender?: SenderChoice; readonly failure?: Error } = {}) {
  const notes: Note[] = [];
  const senders = signal([options.sender ?? aSenderChoice()]);
  const { rpc, calls } = fakeRpc({
    'sender.save': async () => {
      if (options.failure) throw options.failure;
    },
  });
  const model = createSenderFormsModel({
    rpc,
    senders,
    refresh: async () => undefined,
    say: (note) => void notes.push(note),
  });
  return { model, notes, calls, senders, form: () => model.forms.value.get(ID) };
}

describe('the limit in force', () => {
  test.each([
    ['', 500, 500],
    ['200', 500, 200],
    ['800', 500, 500],
    ['0', 500, 0],
    ['', 2_000, 1_000],
    ['many', 500, 500],
  ])('own %j and the provider’s %i make %i', (adminLimit, providerLimit, effective) => {
    const { model, form } = aSenderForm({ sender: aSenderChoice({ providerLimit }) });

    model.change(ID, { adminLimit });

    expect(form()?.effectiveLimit).toBe(effective);
  });
});

test('everything is saved at once; an empty limit and link are taken away', async () => {
  const sender = aSenderChoice({ adminLimit: 200, meetingLink: 'https://meet.example.com/r' });
  const { model, calls, form } = aSenderForm({ sender });
  model.change(ID, { adminLimit: '', meetingLink: ' ', name: ' Robin ', shared: true });
  const before = form()?.changed;

  await model.save(ID);

  expect(before).toBe(true);
  expect(calls).toEqual([
    [
      'sender.save',
      {
        senderId: ID,
        name: 'Robin',
        zone: 'Europe/Warsaw',
        defaultAddress: 'rep@example.com',
        adminLimit: null,
        perMinute: 10,
        seat: true,
        shared: true,
        meetingLink: null,
      },
    ],
  ]);
  expect(form()?.saved).toBe(true);
});

test.each([
  [{ adminLimit: '1001' }, 'adminLimit'],
  [{ adminLimit: '-1' }, 'adminLimit'],
  [{ perMinute: '0' }, 'perMinute'],
  [{ perMinute: '11' }, 'perMinute'],
  [{ perMinute: '' }, 'perMinute'],
  [{ meetingLink: 'http://meet.example.com' }, 'meetingLink'],
  [{ meetingLink: 'https://' }, 'meetingLink'],
  [{ meetingLink: 'javascript:alert(1)' }, 'meetingLink'],
])('%o is refused, and told only once saving was tried', async (change, field) => {
  const { model, calls, form } = aSenderForm();
  model.change(ID, change);
  const whileTyping = form()?.errors;

  await model.save(ID);

  expect([whileTyping, Object.keys(form()?.errors ?? {})]).toEqual([{}, [field]]);
  expect(calls).toEqual([]);
});

test('a change elsewhere shows in what is not typed', () => {
  const { model, senders, form } = aSenderForm();
  model.change(ID, { name: 'Mine' });

  senders.value = [aSenderChoice({ name: 'Theirs', perMinute: 3 })];

  expect(form()?.draft).toMatchObject({ name: 'Mine', perMinute: '3' });
});

test('without an answer keeps what is typed', async () => {
  const { model, notes, form } = aSenderForm({ failure: new RpcFailure('internal') });
  model.change(ID, { name: 'Mine' });

  await model.save(ID);

  expect(form()).toMatchObject({ draft: { name: 'Mine' }, changed: true, saving: false });
  expect(notes[0]?.tone).toBe('bad');
});
