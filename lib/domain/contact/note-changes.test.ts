import { expect, test } from 'vitest';
import { aContact, address, NOW } from '@/test/support/builders';
import { PAST_VALUES } from './contact';
import { noteChanges } from './note-changes';

const ada = aContact({ properties: { stage: 'lead' } });

test('a contact that was not there is created', () => {
  expect(noteChanges(undefined, ada, NOW)).toEqual({
    contact: ada,
    event: { type: 'contactCreated' },
  });
});

test('a contact that stays as it is says nothing, whenever it is written', () => {
  expect(noteChanges(ada, { ...ada, updatedAt: NOW + 1 }, NOW + 1).event).toBeUndefined();
});

test('only what has changed is told, as it was and as it is', () => {
  const next = { ...ada, properties: { stage: 'demo', city: 'London' } };

  const { contact, event } = noteChanges(ada, next, NOW);

  expect(event).toMatchObject({
    type: 'propertyChanged',
    before: { stage: 'lead' },
    after: { stage: 'demo', city: 'London' },
  });
  expect(event).not.toMatchObject({ after: { email: expect.anything() } });
  expect(contact.past).toEqual({
    stage: { at: NOW, values: ['lead'] },
    city: { at: NOW, values: [] },
  });
});

test('a value that is gone is told by its absence', () => {
  const { event } = noteChanges(ada, { ...ada, properties: {} }, NOW);

  expect(event).toMatchObject({ before: { stage: 'lead' } });
  expect(event?.type === 'propertyChanged' && 'stage' in event.after).toBe(false);
});

test('another first address is a change of the email', () => {
  const next = { ...ada, emails: [address('ada@work.example.com'), ...ada.emails] };

  expect(noteChanges(ada, next, NOW).event).toMatchObject({
    before: { email: 'ada@example.com' },
    after: { email: 'ada@work.example.com' },
  });
});

test('the past holds distinct values, the newest first, and no more than are looked back on', () => {
  let contact = ada;
  for (let turn = 0; turn < 2 * PAST_VALUES; turn += 1) {
    const stage = turn % 2 === 0 ? `stage ${turn}` : 'lead';
    const next = { ...contact, properties: { stage } };
    ({ contact } = noteChanges(contact, next, NOW + turn));
  }

  const values = contact.past?.['stage']?.values ?? [];
  expect(values).toHaveLength(PAST_VALUES);
  expect(new Set(values).size).toBe(PAST_VALUES);
  expect(values[0]).toBe('stage 38');
  expect(values[1]).toBe('lead');
});

test('nobody who brings a contact can rewrite its past', () => {
  const past = { stage: { at: NOW, values: ['subscriber'] } };
  const known = { ...ada, past };

  expect(noteChanges(known, ada, NOW).contact.past).toEqual(past);
  expect(noteChanges(ada, known, NOW).contact.past).toBeUndefined();
});
