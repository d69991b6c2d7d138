import { describe, expect, it } from 'vitest';
import type { Zone } from '@/lib/time/zone';
import { classify } from './classify';
import type { ConversationFacts } from './conversation';
import type { MessageClass } from './message-class';
import type { MessageHead } from './message-head';

const facts: ConversationFacts = {
  ownAddresses: ['rita@example.com', 'Rita.Alias@example.com'],
  contactAddresses: ['ada@customer.example.com'],
  threadId: 'thread-1',
  sentIds: ['<one@mail.example.com>', '<two@mail.example.com>'],
  since: 1_000,
  zone: 'Europe/Warsaw' as Zone,
};

const ADA = 'Ada <ADA@customer.example.com>';
const DAEMON = 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>';
const DSN = 'multipart/report; boundary="x"; report-type=delivery-status';

/** A message outside our conversation, unless it says otherwise. */
function aHead(headers: Record<string, string>, rest: Partial<MessageHead> = {}): MessageHead {
  return {
    messageId: 'm1',
    threadId: 'other-thread',
    at: 2_000,
    own: false,
    headers: new Map(Object.entries(headers)),
    ...rest,
  };
}

const inThread = { threadId: 'thread-1' };

const CASES: readonly (readonly [string, MessageHead, MessageClass['kind']])[] = [
  ['an answer in our thread', aHead({ from: ADA }, inThread), 'reply'],
  ['a new message from the contact', aHead({ from: ADA, subject: 'Question' }), 'reply'],
  [
    'an answer from another address that names our message',
    aHead({ from: 'ada@home.example.com', 'in-reply-to': '<one@mail.example.com>' }),
    'reply',
  ],
  [
    'an answer that names our message only among its references',
    aHead({ from: 'x@y.example.com', references: '<z@q>\r\n\t<two@mail.example.com>' }),
    'reply',
  ],
  ['a colleague in our thread', aHead({ from: 'bob@customer.example.com' }, inThread), 'reply'],
  ['Auto-Submitted: no', aHead({ from: ADA, 'auto-submitted': 'no' }), 'reply'],
  [
    'a colleague who posts to our thread through a group address',
    aHead({ from: 'bob@customer.example.com', precedence: 'list' }, inThread),
    'reply',
  ],
  [
    'an answer in our thread on a slow clock',
    aHead({ from: ADA }, { at: 999, ...inThread }),
    'reply',
  ],
  ['an empty subject', aHead({ from: ADA, subject: '' }), 'reply'],
  [
    'a subject that only speaks of automatic replies',
    aHead({ from: ADA, subject: 'Re: your out of office note' }),
    'reply',
  ],

  [
    'Auto-Submitted: auto-replied',
    aHead({ from: ADA, 'auto-submitted': 'auto-replied' }, inThread),
    'automatic',
  ],
  [
    'Auto-Submitted with a parameter',
    aHead({ from: ADA, 'auto-submitted': 'Auto-Generated; x=y' }),
    'automatic',
  ],
  ['X-Autoreply', aHead({ from: ADA, 'x-autoreply': 'yes' }), 'automatic'],
  ['Precedence: auto_reply', aHead({ from: ADA, precedence: 'auto_reply' }), 'automatic'],
  ['Precedence: bulk', aHead({ from: ADA, precedence: 'Bulk' }), 'automatic'],
  [
    'an absence note of Exchange',
    aHead({ from: ADA, 'x-auto-response-suppress': 'All', subject: 'Automatic reply: Hello' }),
    'absence',
  ],
  [
    'a server that wants no automatic answers, and nothing else',
    aHead({ from: ADA, 'x-auto-response-suppress': 'All' }),
    'reply',
  ],
  [
    'only delivery receipts suppressed',
    aHead({ from: ADA, 'x-auto-response-suppress': 'DR, RN' }),
    'reply',
  ],
  [
    'an English absence note without headers',
    aHead({ from: ADA, subject: 'Automatic reply: Hello' }),
    'absence',
  ],
  [
    'a Polish absence note without headers',
    aHead({ from: ADA, subject: 'Odpowiedź automatyczna: Cześć' }),
    'absence',
  ],
  [
    'a Chinese absence note without headers',
    aHead({ from: ADA, subject: '自动答复: 你好' }),
    'absence',
  ],
  [
    'a read receipt',
    aHead({ from: ADA, 'content-type': 'multipart/report; report-type=disposition-notification' }),
    'automatic',
  ],
  [
    'a warning that delivery is late',
    aHead(
      { from: DAEMON, 'content-type': DSN, subject: 'Delivery Status Notification (Delay)' },
      inThread,
    ),
    'automatic',
  ],

  [
    'a delivery report in our thread',
    aHead({ from: DAEMON, 'content-type': DSN }, inThread),
    'bounce',
  ],
  [
    'a delivery report that names our message',
    aHead({
      from: 'postmaster@relay.example.com',
      'content-type': DSN,
      'in-reply-to': '<one@mail.example.com>',
    }),
    'bounce',
  ],
  [
    'a delivery report that is marked automatic as well',
    aHead({ from: DAEMON, 'content-type': DSN, 'auto-submitted': 'auto-replied' }, inThread),
    'bounce',
  ],
  [
    'a failure that names the contact, outside our thread',
    aHead({ from: DAEMON, 'x-failed-recipients': 'Ada@Customer.example.com, x@example.com' }),
    'bounce',
  ],
  [
    "a report written in the contact's own name",
    aHead(
      { from: ADA, 'content-type': DSN, 'x-failed-recipients': 'ada@customer.example.com' },
      inThread,
    ),
    'bounce',
  ],
  [
    'a failure in our thread about somebody in copy',
    aHead({ from: DAEMON, 'x-failed-recipients': 'bob@example.com' }, inThread),
    'unrelated',
  ],
  ['a failure of some other message', aHead({ from: DAEMON, 'content-type': DSN }), 'unrelated'],

  [
    'our own message as the provider files it',
    aHead({ from: 'rita@example.com' }, { own: true }),
    'own',
  ],
  [
    'our own alias in our thread',
    aHead({ from: 'R <rita.alias@Example.com>' }, inThread),
    'ownMessage',
  ],
  [
    'a message filed as sent with another sender',
    aHead({ from: ADA }, { own: true, ...inThread }),
    'ownMessage',
  ],

  ['a stranger', aHead({ from: 'bob@example.com' }), 'unrelated'],
  ['no sender at all', aHead({}), 'unrelated'],
  [
    "a stranger under the contact's name",
    aHead({ from: '"ada@customer.example.com" <eve@example.com>' }),
    'unrelated',
  ],
  [
    "a stranger with the contact's address in a comment",
    aHead({ from: 'eve@example.com (ada@customer.example.com)' }),
    'unrelated',
  ],
  ['what the contact wrote before the enrollment', aHead({ from: ADA }, { at: 999 }), 'unrelated'],
  ['a list post of the contact elsewhere', aHead({ from: ADA, precedence: 'list' }), 'unrelated'],
];

describe('classify', () => {
  it.each(CASES)('%s', (_, head, expected) => {
    expect(classify(head, facts).kind).toBe(expected);
  });

  it('knows no thread before the first email has left', () => {
    const { threadId: _, ...before } = facts;

    expect(classify(aHead({ from: 'bob@example.com' }, inThread), before).kind).toBe('unrelated');
  });

  it('takes the letter of a contact who is called postmaster for a letter', () => {
    const postmaster = { ...facts, contactAddresses: ['postmaster@customer.example.com'] };

    expect(classify(aHead({ from: 'postmaster@customer.example.com' }), postmaster).kind).toBe(
      'reply',
    );
  });

  it('reads a hostile header in time', () => {
    const head = aHead({ from: `${'"('.repeat(100_000)}ada@customer.example.com` });

    const started = performance.now();
    classify(head, facts);

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
