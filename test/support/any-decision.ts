import fc from 'fast-check';
import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import { bucketOf } from '@/lib/domain/limits/bucket';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { DAY, HOUR } from '@/lib/time/instant';
import {
  aContact,
  address,
  anEmailStep,
  aRequest,
  aSender,
  aSequence,
  goodFacts,
  NOW,
  senderId,
  sequenceId,
  stepId,
  zone,
} from './builders';

const ADDRESSES = ['ada@example.com', 'info@example.com', 'rep@example.com', 'ada@gmail.com'].map(
  address,
);
const ZONES = ['Europe/Warsaw', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'].map(zone);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const around = (spread: number) => fc.integer({ min: NOW - spread, max: NOW + spread });

/** A few of the parts, so that what is not tried stays as good as the builders make it. */
function aFewOf<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return arbitrary.chain((parts) => {
    const names = Object.keys(parts);
    return fc.subarray(names, { maxLength: Math.min(3, names.length) }).map((chosen) => {
      const few = { ...parts };
      for (const name of names) if (!chosen.includes(name)) Reflect.deleteProperty(few, name);
      return few;
    });
  });
}

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    'Hi {{contact.first_name|there}}',
    '{{contact.nickname}}',
    '{{placeholder:Why now}}',
    '{{placeholder:constructor}}',
    '{{sender.meeting_link}}',
    '{{broken',
  ),
);

const contact = fc
  .record(
    {
      emails: fc.subarray(ADDRESSES),
      company: fc.string({ maxLength: 20 }),
      zone: fc.constantFrom(...ZONES),
      importedAt: around(60 * DAY),
      engagedAt: around(60 * DAY),
      properties: fc.dictionary(fc.constantFrom('owner', 'nickname'), fc.string({ maxLength: 20 })),
    },
    { requiredKeys: ['emails', 'properties'] },
  )
  .map((parts) => {
    const { company: _company, zone: _zone, ...rest } = aContact();
    return { ...rest, ...parts };
  });

const settings = fc.record({
  days: fc.constantFrom('businessDays', 'weekdays', 'everyDay'),
  window: fc
    .tuple(fc.nat(1_439), fc.nat(1_438))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  threading: fc.boolean(),
  unsubscribe: fc.boolean(),
  coolOffDays: fc.nat(365),
  sameCompany: fc.constantFrom('warn', 'block', 'allow'),
  exits: fc.constant({ reply: 'contact', meeting: 'contact' } as const),
  askWhenLateDays: fc.integer({ min: 1, max: 90 }),
});

const sequence = fc
  .record({
    steps: fc.array(fc.record({ subject: text, body: text, days: fc.nat(30) }), { maxLength: 4 }),
    settings: fc.oneof(settings, fc.constant(DEFAULT_SEQUENCE_SETTINGS)),
    state: fc.constantFrom('active', 'active', 'archived', 'deleted'),
    access: fc.constantFrom({ kind: 'everyone' }, { kind: 'private' }),
    owner: fc.constantFrom('local', 'boss@example.com'),
  })
  .map(({ steps, ...rest }) =>
    aSequence({
      ...rest,
      steps: steps.map(({ subject, body, days }, index) =>
        anEmailStep({ id: stepId(`step-${index}`), subject, body, delay: { days, minutes: 0 } }),
      ),
    }),
  );

const sender = fc
  .record(
    {
      connection: fc.constantFrom('connected', 'connected', 'offline', 'expired', 'revoked'),
      seat: fc.constantFrom(true, true, false),
      shared: fc.constantFrom(false, false, true),
      dailyLimit: fc.nat(5),
      perMinute: fc.integer({ min: 1, max: 10 }),
      adminLimit: fc.nat(5),
    },
    { requiredKeys: ['connection', 'dailyLimit'] },
  )
  .map((parts) => aSender(parts));

const bucket = fc
  .record({
    start: around(30 * HOUR).map(bucketOf),
    sent: fc.nat(2),
    scheduled: fc.nat(2),
    minutes: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
  })
  .map((parts) => ({ senderId: senderId('sender-1'), ...parts }));

const suppression = fc.record({
  address: fc.constantFrom('ada@example.com', '@example.com'),
  reason: fc.constantFrom('optedOut', 'bounced', 'blocked', 'spamComplaint'),
  at: around(DAY),
});

/** Mostly good, so that some get through; anything may be wrong with each part. */
export const anyFacts: fc.Arbitrary<Facts> = aFewOf(
  fc.record(
    {
      sequence: maybe(sequence),
      sequencePaused: fc.boolean(),
      sender: maybe(sender),
      anySender: fc.boolean(),
      buckets: fc.uniqueArray(bucket, { selector: ({ start }) => start, maxLength: 6 }),
      held: maybe(
        fc.constant({ sequenceName: 'Renewal', step: 1, steps: 2, owner: 'rep@example.com' }),
      ),
      ended: fc.array(
        fc.record({
          sequenceId: fc.constantFrom('sequence-1', 'sequence-2').map(sequenceId),
          sequenceName: fc.constant('Renewal'),
          at: around(60 * DAY),
        }),
        { maxLength: 2 },
      ),
      colleague: maybe(fc.constant({ name: 'Grace Hopper' })),
      suppression: maybe(suppression),
      rules: fc.record({ coolOffDays: fc.nat(365), coldLeadDays: fc.nat(365) }),
    },
    { requiredKeys: [] },
  ),
).map((parts) => goodFacts(parts));

/** What anybody could ask, a bulk with its number included. */
export const anyRequest: fc.Arbitrary<EnrollRequest> = fc
  .tuple(
    fc.constantFrom('manual', 'bulk', 'workflow', 'engine'),
    fc.oneof(fc.constant(CHECK_CODES), fc.subarray([...CHECK_CODES])),
    aFewOf(
      fc.record(
        {
          contact,
          to: fc.constantFrom(...ADDRESSES),
          from: fc.constantFrom(...ADDRESSES),
          startStep: fc.integer({ min: -1, max: 5 }),
          senderType: fc.constantFrom(
            { kind: 'specific' },
            { kind: 'owner', property: 'owner' },
            { kind: 'owner', property: 'constructor' },
          ),
          sendAt: fc.oneof(around(3 * DAY), fc.maxSafeInteger()),
          placeholders: fc.dictionary(fc.constantFrom('Why now', 'constructor'), fc.string()),
          batch: fc.record({ size: fc.integer({ min: 1, max: 150 }), confirmed: fc.nat(150) }),
          allowColdLeads: fc.boolean(),
          zone: fc.constantFrom(...ZONES),
          edited: fc.record({ stepId: fc.constant(stepId('step-0')), subject: text, body: text }),
          holdMs: fc.nat(30_000),
        },
        { requiredKeys: [] },
      ),
    ),
  )
  .map(([origin, accepted, parts]) => aRequest({ ...parts, origin, accepted }));
