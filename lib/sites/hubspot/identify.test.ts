import { expect, test } from 'vitest';
import { identifyHubspot } from './identify';

const at = (address: string) => identifyHubspot(new URL(address));

test.each([
  'https://app.hubspot.com/contacts/4711/record/0-1/51',
  'https://app.hubspot.com/contacts/4711/record/0-1/51/view/1?eschref=x#y',
  'https://app.hubspot.com/contacts/4711/contact/51/',
  'https://app-eu1.hubspot.com/contacts/4711/record/0-1/51',
  'https://app.na2.hubspot.com/contacts/4711/record/0-1/51',
])('%s is the record of one contact', (address) => {
  expect(at(address)).toEqual({
    kind: 'record',
    key: '4711/contact/51',
    account: '4711',
    ref: { site: 'hubspot', account: '4711', recordId: '51' },
  });
});

test.each([
  'https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list',
  'https://app.hubspot.com/contacts/4711/objectLists/9/filters',
])('%s is a list of contacts', (address) => {
  expect(at(address)).toMatchObject({ kind: 'list', account: '4711' });
});

test.each([
  // Companies, deals and tickets have `/contacts/` in their path too.
  'https://app.hubspot.com/contacts/4711/record/0-2/51',
  'https://app.hubspot.com/contacts/4711/company/51',
  'https://app.hubspot.com/contacts/4711/record/0-11/51',
  'https://app.hubspot.com/contacts/4711/record/0-1/new',
  'https://app.hubspot.com/contacts/4711/objects/0-2/views/all/list',
  'https://app.hubspot.com/settings/4711',
  'https://www.hubspot.com/contacts/4711/record/0-1/51',
  'https://app.hubspot.com.example.com/contacts/4711/record/0-1/51',
  'https://evil-app.hubspot.com/contacts/4711/record/0-1/51',
])('%s is nothing of ours', (address) => {
  expect(at(address)).toBeUndefined();
});

test('two portals may use one record id', () => {
  const first = at('https://app.hubspot.com/contacts/1/record/0-1/51');
  const second = at('https://app.hubspot.com/contacts/2/record/0-1/51');

  expect(first?.key).not.toBe(second?.key);
});
