import { expect, test } from 'vitest';
import { errorAt, type Mark, marksWithin } from './mark';

const marks: readonly Mark[] = [
  { place: 'actions.1', tone: 'bad', text: 'whole' },
  { place: 'actions.1.sender', tone: 'bad', text: 'part' },
  { place: 'actions.1.sender.from', tone: 'bad', text: 'field' },
  { place: 'actions.1.sender.from', tone: 'warn', text: 'warned' },
  { place: 'actions.1.branches.0.actions.0', tone: 'bad', text: 'within another action' },
  { place: 'actions.1.branches.0.groups.0.filters.0', tone: 'bad', text: 'of a filter' },
  { place: 'actions.1.otherwise.0', tone: 'bad', text: 'on the other way' },
  { place: 'actions.10', tone: 'bad', text: 'another' },
];

test('a field says the first error at exactly its place', () => {
  expect(errorAt(marks, 'actions.1.sender.from')).toBe('field');
  expect(errorAt(marks, 'actions.1.sender.senderId')).toBeUndefined();
});

test('a part says the rest, without what its fields and the parts within it say', () => {
  const said = marksWithin(marks, 'actions.1', ['sender.from']).map(({ text }) => text);

  expect(said).toEqual(['whole', 'part', 'warned']);
});
