import { describe, expect, test } from 'vitest';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { wallClockOf } from '@/lib/time/zoned';
import {
  aContact,
  anEmailStep,
  aSender,
  aSequence,
  NOW,
  stepId,
  zone,
} from '@/test/support/builders';
import { draftOf, emptyStep } from './draft-of';
import { previewParts } from './preview-parts';
import { type PreviewFacts, previewSequence } from './preview-sequence';

const facts = (overrides: Partial<PreviewFacts> = {}): PreviewFacts => ({
  item: 'sequence-1',
  contact: aContact(),
  sender: aSender(),
  zone: zone('Europe/Warsaw'),
  calendar: EMPTY_CALENDAR,
  now: NOW,
  ...overrides,
});
const draft = draftOf(aSequence());
const withoutZone = () => {
  const { zone: _none, ...contact } = aContact();
  return contact;
};

describe('a filled-in template', () => {
  test('is the whole text again, piece by piece', () => {
    const parts = previewParts(
      'Hi {{contact.first_name|there}}, {{contact.title}}! {{placeholder:Why}} {{oops}} {{contact.x',
      new Map([['contact.first_name', 'Ada']]),
    );

    expect(parts.map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'text:Hi ',
      'filled:Ada',
      'text:, ',
      'missing:{{contact.title}}',
      'text:! ',
      'asked:Why',
      'text: ',
      'unread:{{oops}}',
      'text: ',
      'unread:{{contact.x',
    ]);
  });

  test('an empty fallback is one', () => {
    expect(previewParts('{{contact.title|}}', new Map())).toEqual([{ kind: 'filled', text: '' }]);
  });
});

describe('the preview', () => {
  test('has a date for every email, in the contact’s zone, the first at once', () => {
    const view = previewSequence(draft, facts());
    const days = view.steps.map(({ at = 0 }) => new Date(at).toISOString());

    expect([view.zone, view.zoneSource]).toEqual(['America/New_York', 'contact']);
    expect(days).toEqual([
      '2026-11-24T08:00:00.000Z',
      '2026-11-27T08:00:00.000Z',
      '2026-12-01T08:00:00.000Z',
    ]);
  });

  test('business days leave out weekends and what the calendar closes', () => {
    const business = draftOf(aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS }));
    const [, open] = previewSequence(business, facts()).steps;
    const closed = new Set([dayOf(open?.at)]);
    const [, moved] = previewSequence(
      business,
      facts({ calendar: { ...EMPTY_CALENDAR, closed } }),
    ).steps;

    expect(dayOf(moved?.at) > dayOf(open?.at)).toBe(true);
  });

  test('takes the sender’s zone for a contact without one, else this computer’s', () => {
    const contact = withoutZone();

    expect(previewSequence(draft, facts({ contact }))).toMatchObject({
      zone: 'Europe/Warsaw',
      zoneSource: 'sender',
    });
    const nobody = facts({ contact, sender: undefined, zone: zone('Asia/Tokyo') });
    expect(previewSequence(draft, nobody).zone).toBe('Asia/Tokyo');
  });

  test('has texts but no dates while a delay or the hours are wrong', () => {
    const [first] = draft.steps;
    const wrong = { ...draft, steps: [first ?? anyStep, { ...anyStep, days: 'soon' }] };

    const ats = [wrong, { ...draft, start: '' }].map((one) =>
      previewSequence(one, facts()).steps.map(({ at }) => at),
    );

    expect(ats).toEqual([
      [undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  test('a follow-up in a thread goes under the first subject, alone under its own', () => {
    const steps = [
      anEmailStep({ subject: 'First' }),
      anEmailStep({ id: stepId('step-2'), subject: 'Second' }),
    ];
    const two = draftOf(aSequence({ steps }));
    const subjects = (threading: boolean) =>
      previewSequence({ ...two, threading }, facts()).steps.map(
        ({ subject }) => subject?.[0]?.text,
      );

    expect([subjects(true), subjects(false)]).toEqual([
      ['First', 'First'],
      ['First', 'Second'],
    ]);
  });

  test('names what nothing fills, once', () => {
    const steps = [anEmailStep({ subject: '{{contact.title}}', body: '{{contact.title}}' })];

    expect(previewSequence(draftOf(aSequence({ steps })), facts()).missing).toEqual([
      '{{contact.title}}',
    ]);
  });
});

const anyStep = {
  ...emptyStep('any', { kind: 'automatedEmail', isFirst: false }),
  subject: 's',
  body: 'b',
};

const dayOf = (at = 0) => wallClockOf(at, zone('America/New_York')).date;
