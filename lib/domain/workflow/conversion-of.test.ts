import { expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact/contact';
import { DAY } from '@/lib/time/instant';
import { aContact, NOW } from '@/test/support/builders';
import { conversionOf } from './conversion-of';

const DEMO = 'Demo request';
const YESTERDAY = new Date(NOW - DAY).toISOString();
const TOMORROW = new Date(NOW + DAY).toISOString();

const converted = (name?: string, date?: string): Contact =>
  aContact({
    properties: {
      ...(name !== undefined && { recent_conversion_event_name: name }),
      ...(date !== undefined && { recent_conversion_date: date }),
    },
  });

test.each([
  ['another form', converted('Newsletter'), converted(DEMO)],
  ['the same form again', converted(DEMO, YESTERDAY), converted(DEMO, TOMORROW)],
  ['the first form, after we knew the contact', converted(), converted(DEMO, TOMORROW)],
])('%s is a submission', (_what, known, contact) => {
  expect(conversionOf(known, contact)).toEqual({ type: 'formSubmitted', form: DEMO });
});

test.each([
  ['nothing new', converted(DEMO, YESTERDAY), converted(DEMO, YESTERDAY)],
  ['a form from before we knew the contact', converted(), converted(DEMO, YESTERDAY)],
  ['a form of no date', converted(), converted(DEMO)],
  ['a date that says nothing', converted(), converted(DEMO, 'soon')],
  ['a date that we only hear of now', converted(DEMO), converted(DEMO, YESTERDAY)],
  ['a form that was taken away', converted(DEMO), converted()],
])('%s is none', (_what, known, contact) => {
  expect(conversionOf(known, contact)).toBeUndefined();
});

test('a name longer than an event may carry is cut', () => {
  const form = conversionOf(converted(DEMO), converted('x'.repeat(999)))?.form;

  expect(form).toHaveLength(200);
});
