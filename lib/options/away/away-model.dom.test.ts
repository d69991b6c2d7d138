import { signal } from '@preact/signals';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import { type Away, awaySchema } from '@/lib/domain/sender/sender';
import { RpcFailure } from '@/lib/rpc/failure';
import type { SenderChoice } from '@/lib/rpc/views';
import { NOW, senderId } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { aSenderChoice } from '@/test/support/view-builders';
import { createAwayModel } from './away-model';

const me = senderId('sender-1');
const away = (from: string, to = from): Away => v.parse(awaySchema, { from, to });

function aModel(before: readonly Away[] = [], failing = false) {
  const senders = signal<readonly SenderChoice[]>([aSenderChoice({ away: before })]);
  const notes: Note[] = [];
  const { rpc } = fakeRpc({
    'sender.away': async ({ away: saved }) => {
      if (failing) throw new RpcFailure('internal');
      senders.value = [aSenderChoice({ away: saved.map((range) => v.parse(awaySchema, range)) })];
    },
  });
  const model = createAwayModel({
    rpc,
    senders,
    clock: { now: () => NOW },
    refresh: async () => undefined,
    say: (note) => void notes.push(note),
  });
  return {
    model,
    notes,
    form: () => model.forms.value.get(me),
    saved: () => senders.value[0]?.away,
  };
}

test('an absence is added, joined with those it touches, and the fields are empty again', async () => {
  const { model, saved, form, notes } = aModel([away('2026-12-26', '2026-12-28')]);
  model.type(me, { from: '2026-12-24', to: '2026-12-25' });

  await model.add(me);

  expect(saved()).toEqual([away('2026-12-24', '2026-12-28')]);
  expect(form()).toEqual({ from: '', to: '' });
  expect(notes.map(({ tone }) => tone)).toEqual(['good']);
});

test('one day needs no end, and today is a day', async () => {
  const { model, saved } = aModel();
  model.type(me, { from: '2026-11-24' });

  await model.add(me);

  expect(saved()).toEqual([away('2026-11-24')]);
});

test.each([
  ['', '', /Choose a day/],
  ['2026-02-31', '', /Choose a day/],
  ['2026-12-24', '2026-12-23', /before the first/],
  ['2026-11-22', '2026-11-23', /over already/],
  ['2026-12-01', '2027-12-02', /At most a year/],
])('from “%s” to “%s” is refused with why', async (from, to, why) => {
  const { model, saved, form } = aModel();
  model.type(me, { from, to });

  await model.add(me);

  expect(form()?.error).toMatch(why);
  expect(saved()).toEqual([]);
});

test('typing takes the error away', async () => {
  const { model, form } = aModel();
  await model.add(me);

  model.type(me, { from: '2026-12-24' });

  expect(form()?.error).toBeUndefined();
});

test('one absence is removed and the others stay', async () => {
  const { model, saved } = aModel([away('2026-12-01'), away('2026-12-24', '2026-12-26')]);

  await model.remove(me, away('2026-12-01'));

  expect(saved()).toEqual([away('2026-12-24', '2026-12-26')]);
});

test('what could not be saved stays typed, and says why', async () => {
  const { model, saved, form, notes } = aModel([], true);
  model.type(me, { from: '2026-12-24' });

  await model.add(me);

  expect(saved()).toEqual([]);
  expect(form()).toMatchObject({ from: '2026-12-24' });
  expect(notes[0]?.tone).toBe('bad');
});
