import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import { isUnsubscribeSubject, unsubscribedEnrollment, unsubscribeHeader } from './unsubscribe';

const KEY = outboxKey('0199-enrollment', 'step-1', 0);

/** What a mail program reads out of the header: RFC 2369, RFC 6068. */
function letterOf(value: string) {
  const link = new URL(value.slice(1, -1));
  return { to: decodeURIComponent(link.pathname), subject: link.searchParams.get('subject') ?? '' };
}

describe('the header', () => {
  test('is a letter to the sender that names the email', () => {
    const { name, value } = unsubscribeHeader('rep@example.com', KEY);

    expect(name).toBe('List-Unsubscribe');
    expect(value).toMatch(/^<mailto:.*>$/);
    expect(letterOf(value)).toEqual({ to: 'rep@example.com', subject: `unsubscribe ${KEY}` });
  });

  test.each([
    ['rep+sales@example.com', 'rep+sales@example.com'],
    ['a?b&c%d=e@example.com', 'a?b&c%d=e@example.com'],
    ['zażółć@zażółć.example.com', 'zażółć@xn--za-6ja4f8n1l.example.com'],
  ])('writes to %s and nobody else', (from, to) => {
    const { value } = unsubscribeHeader(from, KEY);

    expect(value).toMatch(/^[\x21-\x7e]+$/);
    expect(letterOf(value)).toEqual({ to, subject: `unsubscribe ${KEY}` });
  });

  test('names an enrollment that is found again, whatever its id', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9-]{1,60}$/);
    fc.assert(
      fc.property(id, id, fc.nat(99), (enrollment, step, rotation) => {
        const key = outboxKey(enrollment, step, rotation);
        const { subject } = letterOf(unsubscribeHeader('rep@example.com', key).value);

        expect(isUnsubscribeSubject(subject)).toBe(true);
        expect(unsubscribedEnrollment(subject)).toBe(enrollment);
      }),
    );
  });
});

test.each([
  'unsubscribe',
  ' Unsubscribe! ',
  'UNSUBSCRIBE ME PLEASE',
  'opt-out',
  'Wypisz mnie',
])('"%s" asks to be left alone', (subject) => {
  expect(isUnsubscribeSubject(subject)).toBe(true);
  expect(unsubscribedEnrollment(subject)).toBeUndefined();
});

test.each([
  '',
  'Re: unsubscribe',
  'Unsubscribe rates of your last campaign',
  'How do I unsubscribe?',
])('"%s" does not', (subject) => {
  expect(isUnsubscribeSubject(subject)).toBe(false);
});
