import { describe, expect, test } from 'vitest';
import { composeLink, programOf } from './compose-link';

const REP = 'rep@example.com';
const email = { to: 'ada+x@example.com', subject: 'A & B?', body: 'Hi Ada,\n\n100 % yes + no #1' };

describe('the address of a compose window', () => {
  test.each([
    'gmail',
    'outlook',
    'mail',
  ] as const)('of %s carries the email unharmed', (program) => {
    const { url, paste } = composeLink(program, email, REP);

    const parsed = new URL(url);
    const field = (name: string) => parsed.searchParams.get(name);
    const to = program === 'mail' ? decodeURIComponent(parsed.pathname) : field('to');
    expect([to, field('subject') ?? field('su'), field('body')]).toEqual([
      'ada+x@example.com',
      'A & B?',
      'Hi Ada,\r\n\r\n100 % yes + no #1',
    ]);
    expect([url.includes('+'), paste]).toEqual([false, false]);
  });

  test('opens the mailbox it is to leave from', () => {
    const { url } = composeLink('gmail', email, REP);

    expect(url.startsWith('https://mail.google.com/mail/?authuser=rep%40example.com&')).toBe(true);
  });

  test.each([
    'gmail',
    'outlook',
    'mail',
  ] as const)('of %s leaves a text that does not fit to the clipboard, as a whole', (program) => {
    const { url, paste } = composeLink(program, { ...email, body: 'é'.repeat(5_000) }, REP);

    expect([url.length < 300, paste]).toEqual([true, true]);
  });

  test('nothing that a contact is called becomes another recipient or header', () => {
    const subject = 'Hi&bcc=x@example.com\r\nBcc: y@example.com';
    const { url } = composeLink('mail', { ...email, subject }, REP);

    expect([...new URL(url).searchParams.keys()]).toEqual(['subject', 'body']);
  });
});

test('a sender writes with what the mailbox is, unless something else was chosen', () => {
  expect([
    programOf({ kind: 'gmail' }),
    programOf({ kind: 'outlook' }),
    programOf({ kind: 'compose' }),
    programOf({ kind: 'compose', composeWith: 'outlook' }),
  ]).toEqual(['gmail', 'outlook', 'mail', 'outlook']);
});
