import { expect, test } from 'vitest';
import { serveRoutes } from './serve-routes';

const get = (address: string) => serveRoutes(new URL(address).hostname, new URL(address));

test.each([
  'https://mail.google.com/mail/u/0/',
  'https://app.hubspot.com/contacts/4711/record/0-1/51',
  'https://app-eu1.hubspot.com/contacts/4711/contact/51',
  'https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list?rows=1000',
  'https://app.hubspot.com/contacts/4711/record/0-2/9',
  'https://www.example.com/team',
  'https://www.example.com/article',
])('%s is a page, and everything that it names is served beside it', (address) => {
  const page = get(address);

  expect(page).toMatchObject({
    status: 200,
    headers: { 'content-type': expect.stringMatching(/^text\/html/) },
  });
  const names = [...(page?.body.matchAll(/(?:src|href)="([^":#]+\.(?:js|css))"/g) ?? [])];
  expect(names.length).toBeGreaterThan(0);
  for (const [, name = ''] of names) expect(get(new URL(name, address).href)?.status).toBe(200);
});

test('the mailbox forbids markup strings, as the real one does', () => {
  const policy = get('https://mail.google.com/mail/u/0/')?.headers['content-security-policy'];

  expect(policy).toContain("require-trusted-types-for 'script'");
});

test('an unknown path of a known host is not found, another host has no answer', () => {
  expect(get('https://app.hubspot.com/settings')?.status).toBe(404);
  expect(get('https://www.example.com/..%2f..%2fpackage.js')?.status).toBe(404);
  expect(get('https://gmail.googleapis.com/gmail/v1')).toBeUndefined();
});
