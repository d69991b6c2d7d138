import { expect, test } from 'vitest';
import type { Zone } from '@/lib/time/zone';
import { classify } from './classify';
import type { ConversationFacts } from './conversation';
import type { MessageClass } from './message-class';
import type { MessageHead } from './message-head';

const facts: ConversationFacts = {
  enrollmentId: 'e1',
  ownAddresses: ['rita@example.com', 'rita.alias@example.com'],
  contactAddresses: ['ada@customer.example.com'],
  threadId: 'thread-1',
  sentIds: ['<one@mail.example.com>'],
  since: 1_000,
  zone: 'Europe/Warsaw' as Zone,
};

const letter = {
  from: 'Ada <ada@customer.example.com>',
  to: 'Rita <rita@example.com>',
  subject: 'unsubscribe e1:s1:0',
};

function aHead(headers: Record<string, string>, rest: Partial<MessageHead> = {}): MessageHead {
  return {
    messageId: 'm1',
    threadId: 'other-thread',
    at: 2_000,
    own: false,
    headers: new Map(Object.entries({ ...letter, ...headers })),
    ...rest,
  };
}

const CASES: readonly (readonly [string, MessageHead, MessageClass['kind']])[] = [
  ['the letter of a mail program', aHead({}), 'optOut'],
  ['the letter to an alias of ours', aHead({ to: 'Rita.Alias@example.com' }), 'optOut'],
  ['the letter that a program marks as automatic', aHead({ 'auto-submitted': 'yes' }), 'optOut'],
  ['the letter from where our email was forwarded to', aHead({ from: 'a@home.example' }), 'optOut'],
  ['a plain request of the contact', aHead({ subject: 'Unsubscribe' }), 'optOut'],
  [
    'a plain request in our conversation',
    aHead({ from: 'bob@customer.example.com', subject: 'unsubscribe' }, { threadId: 'thread-1' }),
    'optOut',
  ],
  [
    'the key of another enrollment, by the contact',
    aHead({ subject: 'unsubscribe e9:s1:0' }),
    'optOut',
  ],
  [
    'the key of another enrollment, by a stranger',
    aHead({ from: 'eve@example.com', subject: 'unsubscribe e9:s1:0' }),
    'unrelated',
  ],
  [
    'a plain request of a stranger',
    aHead({ from: 'eve@example.com', subject: 'unsubscribe' }),
    'unrelated',
  ],
  ['a request that went to somebody else', aHead({ to: 'news@shop.example.com' }), 'reply'],
  ['a subject that only begins so', aHead({ subject: 'Unsubscribe rates' }), 'reply'],
  [
    'what the contact wrote before the enrollment',
    aHead({ subject: 'unsubscribe' }, { at: 999 }),
    'unrelated',
  ],
  ['our own copy of the letter', aHead({}, { own: true }), 'own'],
  [
    'a report that the letter could not be delivered',
    aHead(
      {
        from: 'mailer-daemon@example.com',
        'content-type': 'multipart/report; report-type=delivery-status',
      },
      { threadId: 'thread-1' },
    ),
    'bounce',
  ],
];

test.each(CASES)('%s', (_, head, expected) => {
  expect(classify(head, facts).kind).toBe(expected);
});
