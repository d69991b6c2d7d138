import { expect, test } from 'vitest';
import { ADAPTERS, adapterFor } from './registry';

test.each([
  ['https://mail.google.com/mail/u/0/#inbox', 'gmail'],
  ['https://app-eu1.hubspot.com/contacts/1/record/0-1/2', 'hubspot'],
  ['https://www.hubspot.com/pricing', 'hubspot'],
  ['https://www.example.com/', 'generic'],
  ['https://nothubspot.com/', 'generic'],
  ['http://www.example.com/', undefined],
  ['chrome://extensions/', undefined],
])('%s is for %s', (address, id) => {
  expect(adapterFor(new URL(address))?.id).toBe(id);
});

test('no adapter ever throws into a page', () => {
  const page = { kind: 'thread', key: 'x', account: '0' } as const;
  const broken = new Proxy(Object.create(null), {
    get: () => {
      throw new TypeError('clobbered');
    },
  });

  for (const adapter of ADAPTERS) {
    expect(adapter.rows(broken, { ...page, kind: 'list' })).toEqual([]);
    expect(adapter.rowOf(broken, { ...page, kind: 'list' })).toBeUndefined();
    const kind = adapter.id === 'gmail' ? 'thread' : 'record';
    expect(adapter.read(broken, { ...page, kind })).toEqual({ people: [], drift: ['unreadable'] });
  }
});
