import * as v from 'valibot';
import { bucketOf, type LimitBucket } from '@/lib/domain/limits/bucket';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { DAY, HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import { aContact, aSender, aSequence, NOW, senderId, zone } from '@/test/support/builders';
import { type RuleRow, testRules } from '@/test/support/rule-rows';

const REFUSED = { manual: 'refuses', bulk: 'refuses', workflow: 'skips' } as const;
const ASKED = { manual: 'asks', bulk: 'asks', workflow: 'skips' } as const;
const FINE = { manual: 'passes', bulk: 'passes', workflow: 'passes' } as const;
/** A person is asked; a workflow waits for the window and enrolls. */
const WAITS = { manual: 'asks', bulk: 'asks', workflow: 'passes' } as const;

const bucket = (at: Instant, counts: Partial<LimitBucket>): LimitBucket => ({
  senderId: senderId('sender-1'),
  start: bucketOf(at),
  sent: 0,
  scheduled: 0,
  minutes: [0, 0, 0, 0, 0],
  ...counts,
});
const fullMinutes = (count: number, hours: number) =>
  Array.from({ length: (hours * HOUR) / (5 * MINUTE) }, (_, index) =>
    bucket(NOW + index * 5 * MINUTE, { minutes: new Array<number>(5).fill(count) }),
  );

const limits: readonly RuleRow[] = [
  {
    sentence: 'a full day takes no further email',
    code: 'dailyLimit',
    reason: 'full',
    params: { used: 1_000, limit: 1_000 },
    facts: { buckets: [bucket(NOW, { sent: 1_000 })] },
    ...REFUSED,
  },
  {
    sentence: 'planned emails fill the day like sent ones',
    code: 'dailyLimit',
    reason: 'full',
    facts: { buckets: [bucket(NOW + 20 * HOUR, { scheduled: 600 }), bucket(NOW, { sent: 400 })] },
    ...REFUSED,
  },
  {
    sentence: 'what was sent more than a day ago does not count',
    code: 'dailyLimit',
    facts: { buckets: [bucket(NOW - 25 * HOUR, { sent: 1_000 })] },
    ...FINE,
  },
  {
    sentence: 'a free Gmail account sends 350 a day',
    code: 'dailyLimit',
    reason: 'full',
    params: { limit: 350 },
    facts: { sender: aSender({ dailyLimit: 350 }), buckets: [bucket(NOW, { sent: 350 })] },
    ...REFUSED,
  },
  {
    sentence: "the company's own limit counts if it is lower",
    code: 'dailyLimit',
    reason: 'full',
    params: { limit: 20 },
    facts: { sender: aSender({ adminLimit: 20 }), buckets: [bucket(NOW, { sent: 20 })] },
    ...REFUSED,
  },
  {
    sentence: 'no provider may send more than the engine does',
    code: 'dailyLimit',
    reason: 'full',
    params: { limit: 1_000 },
    facts: { sender: aSender({ dailyLimit: 2_000 }), buckets: [bucket(NOW, { sent: 1_000 })] },
    ...REFUSED,
  },
  {
    sentence: 'a full minute is stepped over',
    code: 'perMinuteLimit',
    facts: { buckets: fullMinutes(10, 1) },
    ...FINE,
  },
  {
    sentence: 'a day without a free minute takes no further email',
    code: 'perMinuteLimit',
    reason: 'full',
    facts: { buckets: fullMinutes(10, 25) },
    ...REFUSED,
    bulk: 'refuses',
  },
  {
    sentence: 'a bulk leaves room in every minute: three are enough',
    code: 'perMinuteLimit',
    reason: 'full',
    params: { limit: 3 },
    facts: { buckets: fullMinutes(3, 25) },
    manual: 'passes',
    bulk: 'refuses',
    workflow: 'passes',
  },
];

const date = (text: string) => v.parse(localDateSchema, text);
const business = aSequence({ settings: { ...DEFAULT_SEQUENCE_SETTINGS, unsubscribe: false } });
const inWarsaw = { contact: aContact({ zone: zone('Europe/Warsaw') }), holdMs: 0 };
const at = (text: string) => Date.parse(text);
const holiday = {
  holidays: new Map([[date('2026-11-11'), 'Independence Day']]),
  closed: new Set([date('2026-11-24')]),
};
const quiet = (
  row: Pick<RuleRow, 'sentence' | 'now' | 'reason' | 'params' | 'request'>,
): RuleRow => ({
  code: 'quietTime',
  facts: { sequence: business, calendar: holiday },
  ...WAITS,
  ...row,
  request: { ...inWarsaw, ...row.request },
});
const times: readonly RuleRow[] = [
  {
    ...quiet({
      sentence: 'an email within the hours leaves at once',
      now: at('2026-11-23T09:00Z'),
    }),
    ...FINE,
  },
  quiet({
    sentence: 'an email after hours is asked about',
    now: at('2026-11-23T18:30Z'),
    reason: 'window',
    params: { at: at('2026-11-23T18:30Z'), sendAt: at('2026-11-25T07:00Z') },
  }),
  quiet({
    sentence: 'an email on a weekend is asked about',
    now: at('2026-11-21T10:00Z'),
    reason: 'weekend',
    params: { sendAt: at('2026-11-23T07:00Z') },
  }),
  quiet({
    sentence: "an email on a public holiday is asked about by the holiday's name",
    now: at('2026-11-11T10:00Z'),
    reason: 'holiday',
    params: { holiday: 'Independence Day', sendAt: at('2026-11-12T07:00Z') },
  }),
  quiet({
    sentence: 'an email on a closed day is asked about',
    now: at('2026-11-24T10:00Z'),
    reason: 'closed',
  }),
  quiet({
    sentence: 'a chosen moment outside the hours is asked about as well',
    now: at('2026-11-23T09:00Z'),
    reason: 'window',
    request: { sendAt: at('2026-11-23T20:00Z') },
  }),
  {
    ...quiet({
      sentence: 'a chosen moment within the hours is kept',
      now: at('2026-11-23T20:00Z'),
      request: { sendAt: at('2026-11-25T12:00Z') },
    }),
    ...FINE,
  },
  {
    ...quiet({
      sentence: 'a moment more than a year ahead is refused',
      now: NOW,
      reason: 'tooFar',
      request: { sendAt: NOW + 366 * DAY },
    }),
    ...REFUSED,
  },
];

const { zone: _unknown, ...nowhere } = aContact();
const zones: readonly RuleRow[] = [
  {
    sentence: "without the contact's zone the sender's is asked about",
    code: 'zoneKnown',
    reason: 'sender',
    params: { zone: 'Europe/Warsaw' },
    request: { contact: nowhere },
    ...ASKED,
    // Nobody is there to be told, and the article says so: the sender's is what is used.
    workflow: 'passes',
  },
  {
    sentence: 'a zone chosen by hand is known',
    code: 'zoneKnown',
    request: { contact: nowhere, zone: zone('Asia/Tokyo') },
    ...FINE,
  },
];

testRules([...limits, ...times, ...zones]);
