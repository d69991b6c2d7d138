import { expect, test } from 'vitest';
import { readDeliveryReport } from './delivery-report';

const failed = (permanence: 'hard' | 'soft', status?: string) => ({
  kind: 'failed',
  permanence,
  ...(status !== undefined && { status }),
});

test.each([
  ['Action: failed\nStatus: 5.1.1', failed('hard', '5.1.1')],
  ['Action: failed\nStatus: 4.4.7', failed('soft', '4.4.7')],
  ['Action: failed\nStatus: 5.2.2', failed('soft', '5.2.2')],
  ['Action: delayed\nStatus: 4.4.1', { kind: 'pending' }],
  ['Action: relayed\nStatus: 2.1.9', { kind: 'pending' }],
  ["Remote server returned '550 5.1.10 RESOLVER.ADR'", failed('hard', '5.1.10')],
  ['452 try again', failed('soft')],
  ['550 no such user', failed('hard')],
  ['Das Postfach ist voll', failed('soft')],
  ['host [4.3.2.1] said 550 no', failed('hard')],
  ['', failed('hard')],
])('%s', (text, expected) => {
  expect(readDeliveryReport('Undeliverable', text)).toEqual(expected);
});

test('of several recipients, ours counts', () => {
  const text = [
    'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1',
    'Final-Recipient: rfc822; Ada@example.com\nAction: delayed\nStatus: 4.2.2',
  ].join('\n\n');

  expect(readDeliveryReport('', text, ['ada@example.com'])).toEqual({ kind: 'pending' });
  expect(readDeliveryReport('', text, ['bob@example.com'])).toEqual(failed('hard', '5.1.1'));
});

test.each([
  'Delivery Status Notification (Delay)',
  'Verzögerte Zustellung',
  'Warning: could not send message for past 4 hours',
])('"%s" has not failed yet', (subject) => {
  expect(readDeliveryReport(subject, '')).toEqual({ kind: 'pending' });
});
