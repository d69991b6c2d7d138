import { expect, test } from 'vitest';
import { isBookedWith } from './is-booked-with';
import type { Meeting } from './meeting';

const facts = {
  ownAddresses: ['rita@example.com', 'rita.alias@example.com'],
  contactAddresses: ['ada@engines.example.com'],
  since: 1_000,
};

const meeting: Meeting = {
  id: 'm1',
  canceled: false,
  host: 'Rita@example.com',
  guests: [
    { address: 'rita@example.com', answer: 'accepted' },
    { address: 'ADA@engines.example.com', answer: 'none' },
  ],
  createdAt: 2_000,
  updatedAt: 2_000,
};
const guest = (address: string, answer: Meeting['guests'][number]['answer']) => ({
  guests: [{ address, answer }],
});

test.each<[string, Partial<Meeting>]>([
  ['a guest who has not answered yet', {}],
  ['a guest who accepted', guest('ada@engines.example.com', 'accepted')],
  ['a guest who may come', guest('ada+crm@engines.example.com', 'tentative')],
  ['a meeting under an alias', { host: 'rita.alias@example.com' }],
  ['an older meeting that was changed since', { createdAt: 1 }],
])('%s is one', (_what, more) => {
  expect(isBookedWith({ ...meeting, ...more }, facts)).toBe(true);
});

test.each<[string, Partial<Meeting>]>([
  ['a guest who said no', guest('ada@engines.example.com', 'declined')],
  ['somebody else', guest('bob@engines.example.com', 'accepted')],
  ['nobody', { guests: [] }],
  ['one that was canceled', { canceled: true }],
  ["somebody else's meeting", { host: 'eve@example.com' }],
  ['one from before the enrollment', { createdAt: 1, updatedAt: 999 }],
])('%s is none', (_what, more) => {
  expect(isBookedWith({ ...meeting, ...more }, facts)).toBe(false);
});

test("a meeting that does not say whose it is, is nobody's", () => {
  const { host: _nobody, ...rest } = meeting;

  expect(isBookedWith(rest, facts)).toBe(false);
});
