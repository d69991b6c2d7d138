import * as v from 'valibot';
import type { CheckCode } from '@/lib/domain/enrollment/check';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import { BUCKET, bucketOf, type LimitBucket } from '@/lib/domain/limits/bucket';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { DAY } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import {
  aContact,
  address,
  anEmailStep,
  aRequest,
  aSequence,
  goodFacts,
  NOW,
  senderId,
  sequenceId,
  stepId,
  zone,
} from '../support/builders';
import type { Bench } from './bench';

const ZONES = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'].map(zone);
const ORIGINS = ['manual', 'bulk', 'workflow'] as const;
const ACCEPTED: readonly CheckCode[] = ['zoneKnown', 'quietTime', 'recentlyEnrolled'];

const PARAGRAPH =
  'I saw that {{company.name|your company}} is growing, and I wondered who looks after the engines ' +
  'there, {{contact.first_name|dear reader}}. We have helped others in your trade to save a day a week.';

/** Five letters as reps write them. */
const sequence = aSequence({
  settings: { ...DEFAULT_SEQUENCE_SETTINGS, coolOffDays: 14 },
  steps: Array.from({ length: 5 }, (_, index) =>
    anEmailStep({
      id: stepId(`step-${index}`),
      delay: { days: index === 0 ? 0 : 3, minutes: 0 },
      subject: 'A question about {{company.name|your team}}',
      body: `Hi {{contact.first_name|there}},\n\n${PARAGRAPH}\n\n${PARAGRAPH}\n\n{{sender.name}}`,
    }),
  ),
});

/** A sender who wrote 120 emails on the day before and has 120 planned. */
const buckets = Array.from({ length: 240 }, (_, index): LimitBucket => {
  const start = bucketOf(NOW - DAY) + index * 2 * BUCKET;
  const past = start < NOW;
  return {
    senderId: senderId('sender-1'),
    start,
    sent: past ? 1 : 0,
    scheduled: past ? 0 : 1,
    minutes: [1, 0, 0, 0, 0],
  };
});

/** Three years of a country with thirteen holidays, and a week closed for summer. */
const calendar: Facts['calendar'] = {
  holidays: new Map(
    [2026, 2027, 2028].flatMap((year) =>
      Array.from({ length: 13 }, (_, index) => {
        const date = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-11`;
        return [v.parse(localDateSchema, date), `Holiday ${index}`] as const;
      }),
    ),
  ),
  closed: new Set([1, 2, 3, 4, 5].map((day) => v.parse(localDateSchema, `2027-08-0${day}`))),
};

const facts = goodFacts({
  sequence,
  buckets,
  calendar,
  ended: [10, 200, 400].map((days) => ({
    sequenceId: sequenceId('sequence-9'),
    sequenceName: 'Renewal',
    at: NOW - days * DAY,
  })),
});

const requests: readonly EnrollRequest[] = Array.from({ length: 120 }, (_, index) => {
  const home = ZONES[index % ZONES.length];
  return aRequest({
    origin: ORIGINS[index % ORIGINS.length] ?? 'manual',
    contact: aContact({
      emails: [address(`person-${index}@company-${index}.example.com`)],
      properties: { job_title: 'Engineer', city: 'London' },
      ...(home && { zone: home }),
    }),
    accepted: index % 2 === 0 ? ACCEPTED : [],
  });
});

/** May this contact be enrolled: 10,000 times, against copying what the answer depends on. */
const against = (name: string, of: Facts): Bench => ({
  name,
  count: 500,
  rounds: 20,
  work: (index) => decide(requests[index % requests.length] ?? aRequest(), of, NOW),
  yardstick: () => structuredClone(of),
  of: 'structured clones of its facts',
  limit: 4,
});

export const benches: readonly Bench[] = [
  against('decide, a busy sender', facts),
  // Little to copy, and as much to decide: the harder of the two.
  against('decide, a new sender', { ...facts, buckets: [], ended: [], calendar: EMPTY_CALENDAR }),
];
