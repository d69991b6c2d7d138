import type { Person } from '@/lib/domain/contact/person';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Delay } from '@/lib/domain/sequence/step';
import { DAY, HOUR } from '@/lib/time/instant';
import {
  address,
  anEmailStep,
  aSender,
  aSequence,
  senderId,
  sequenceId,
  stepId,
} from '../support/builders';
import type { Chance } from './chance';

/** Around an ordinary week, and around both changes of the clock in Europe. */
const STARTS = [
  Date.parse('2026-11-24T08:00:00Z'),
  Date.parse('2026-10-23T08:00:00Z'),
  Date.parse('2027-03-26T08:00:00Z'),
] as const;

const ZONES = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;

const WINDOWS = [
  { start: 0, end: 1_440 },
  { start: 0, end: 1_440 },
  { start: 8 * 60, end: 18 * 60 },
  { start: 9 * 60, end: 9 * 60 + 30 },
] as const;

const DELAYS: readonly [Delay, ...Delay[]] = [
  { days: 0, minutes: 0 },
  { days: 0, minutes: 2 },
  { days: 0, minutes: 90 },
  { days: 1, minutes: 0 },
  { days: 2, minutes: 30 },
];

export interface Cast {
  readonly start: number;
  readonly senders: readonly [Sender, ...Sender[]];
  readonly sequences: readonly [Sequence, ...Sequence[]];
  readonly people: readonly [Person, ...Person[]];
  /** How quickly Gmail shows what has happened. */
  readonly lag: { readonly draft: number; readonly sent: number };
}

/** Who and what there is in one seed: small, so that things get into each other's way. */
export function castOf(chance: Chance): Cast {
  const start = chance.pick(STARTS) + chance.below(3 * DAY);
  const many = <Item>(count: number, make: (index: number) => Item): [Item, ...Item[]] => [
    make(0),
    ...Array.from({ length: count - 1 }, (_, index) => make(index + 1)),
  ];
  return {
    start,
    senders: many(chance.isLucky(0.3) ? 2 : 1, (index) => senderOf(chance, index, start)),
    sequences: many(chance.isLucky(0.3) ? 2 : 1, (index) => sequenceOf(chance, index)),
    people: many(chance.between(2, 5), (index) => ({
      name: `Person ${index}`,
      emails: [`person${index}@c${index}.example.com`],
      zone: chance.pick(ZONES),
      properties: {},
    })),
    lag: chance.pick([
      { draft: 0, sent: 0 },
      { draft: 10_000, sent: 10_000 },
      { draft: 25_000, sent: 60_000 },
    ]),
  };
}

function senderOf(chance: Chance, index: number, start: number): Sender {
  const own = address(`rep${index}@example.com`);
  return aSender({
    id: senderId(`sender-${index}`),
    address: own,
    addresses: [{ address: own, name: 'Robin Rep', isDefault: true }],
    dailyLimit: chance.pick([1, 2, 4, 1_000]),
    perMinute: chance.pick([1, 2, 10]),
    cursor: '1',
    connectedAt: start - HOUR,
  });
}

function sequenceOf(chance: Chance, index: number): Sequence {
  const steps = Array.from({ length: chance.between(1, 3) }, (_, step) =>
    anEmailStep({
      id: stepId(`step-${index}-${step}`),
      delay: step === 0 ? { days: 0, minutes: 0 } : chance.pick(DELAYS),
      body: `Email ${step} of sequence ${index}.`,
    }),
  );
  const { settings, ...rest } = aSequence({ id: sequenceId(`sequence-${index}`), steps });
  return {
    ...rest,
    name: `Sequence ${index}`,
    settings: {
      ...settings,
      days: chance.pick(['everyDay', 'weekdays']),
      window: chance.pick(WINDOWS),
      threading: chance.isLucky(0.7),
      unsubscribe: chance.isLucky(0.3),
      sameCompany: 'allow',
    },
  };
}
