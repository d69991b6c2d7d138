import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { inWindow } from '@/lib/domain/schedule/in-window';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';
import type { Departure } from '../support/gmail-account';
import { IN_THE_AIR } from './network';
import { ENDING } from './people';
import type { SimWorld } from './sim-world';
import type { HandOver } from './story';

/** An email that left, with the hand-over that made it leave. */
export interface Left extends Departure {
  readonly handOver: HandOver;
  readonly enrollment: Enrollment;
  readonly sequence: Sequence;
}

/** A letter is noticed if it could be read so long before an email was handed over. */
const READABLE_FOR = 20 * SECOND;
/** A person may choose any hour for a first email; so much later it is not that hour any more. */
const CHOSEN_HOUR = 31 * MINUTE;

/** Everything that left, as the provider saw it, held against what was known and allowed then. */
export async function checkDepartures(world: SimWorld): Promise<void> {
  const { story } = world;
  const left = await allThatLeft(world);
  const fail = (what: string) => story.problems.push(what);
  const perKey = Map.groupBy(left, ({ key }) => key);
  for (const [key, all] of perKey) if (all.length > 1) fail(`sent ${all.length} times: ${key}`);
  for (const one of left) {
    for (const why of [...stopsBefore(world, one), ...lettersBefore(world, one)]) {
      fail(`${one.key} left in spite of: ${why}`);
    }
    if (!isTimely(world, one)) fail(`${one.key} left outside its hours`);
    if (one.at - one.handOver.at > IN_THE_AIR + 10 * SECOND) {
      fail(`${one.key} left ${one.at - one.handOver.at} ms after it was handed over`);
    }
  }
  for (const problem of [...limitsBroken(world, left), ...orderBroken(left)]) fail(problem);
}

async function allThatLeft({ database, outsides, story }: SimWorld): Promise<readonly Left[]> {
  const all: Left[] = [];
  for (const { account } of outsides.values()) {
    for (const departure of account.departures) {
      const handOver = story.handOvers.findLast(
        ({ key, at }) => key === departure.key && at <= departure.at,
      );
      const enrollment = handOver && (await database.get('enrollments', handOver.enrollmentId));
      const sequence =
        enrollment &&
        (await database.get('sequenceVersions', [
          enrollment.sequenceId,
          enrollment.sequenceVersion,
        ]));
      if (handOver && enrollment && sequence) {
        all.push({ ...departure, handOver, enrollment, sequence });
      } else {
        story.problems.push(`${departure.key} left without having been handed over`);
      }
    }
  }
  return all.sort((a, b) => a.handOver.order - b.handOver.order);
}

function stopsBefore({ story }: SimWorld, { handOver }: Left): readonly string[] {
  return story.stops
    .filter(
      ({ enrollmentId, order, until }) =>
        enrollmentId === handOver.enrollmentId && order < handOver.order && handOver.order < until,
    )
    .map(({ why }) => why);
}

function lettersBefore({ arrivals }: SimWorld, { handOver, enrollment }: Left): readonly string[] {
  return arrivals
    .filter(
      ({ kind, person, at, visibleAt, account }) =>
        ENDING.includes(kind) &&
        addressKey(enrollment.to) === person &&
        account.address === enrollment.from &&
        at >= enrollment.createdAt &&
        visibleAt <= handOver.at - READABLE_FOR,
    )
    .map(({ kind, at }) => `${kind} of ${new Date(at).toISOString()}`);
}

function isTimely({ story }: SimWorld, { key, handOver, enrollment, sequence }: Left): boolean {
  const times = { zone: enrollment.zone, settings: sequence.settings, calendar: EMPTY_CALENDAR };
  if (inWindow(handOver.at, times)) return true;
  const planned = story.plannedAt.get(key) ?? 0;
  return handOver.stepIndex === 0 && handOver.at - planned < CHOSEN_HOUR;
}

function limitsBroken({ cast }: SimWorld, left: readonly Left[]): readonly string[] {
  return cast.senders.flatMap(({ id, dailyLimit, perMinute }) => {
    const own = left.filter(({ handOver }) => handOver.senderId === id);
    const handed = own.map(({ handOver }) => handOver.at);
    const arrived = own.map(({ at }) => at);
    const minutes = Map.groupBy(handed, (at) => Math.floor(at / MINUTE));
    return [
      ...tooManyPerDay(handed, dailyLimit, DAY),
      // What the provider counts is later by the time that a request may take.
      ...tooManyPerDay(arrived, dailyLimit, DAY - IN_THE_AIR),
      ...[...minutes.values()]
        .filter((all) => all.length > perMinute)
        .map((all) => `${id} sent ${all.length} in one minute, may ${perMinute}`),
    ];
  });
}

function tooManyPerDay(instants: readonly number[], limit: number, day: number) {
  return instants
    .map((end) => instants.filter((at) => at > end - day && at <= end).length)
    .filter((count) => count > limit)
    .map((count) => `sent ${count} within a day, may ${limit}`);
}

/** Steps in order, each after its delay. */
function orderBroken(left: readonly Left[]): readonly string[] {
  const problems: string[] = [];
  for (const all of Map.groupBy(left, ({ enrollment }) => enrollment.id).values()) {
    for (const [index, one] of all.entries()) {
      const before = all[index - 1];
      const step = one.sequence.steps[one.handOver.stepIndex];
      if (before === undefined || step === undefined) continue;
      if (one.handOver.stepIndex !== before.handOver.stepIndex + 1) {
        problems.push(`${one.key} left after ${before.key}`);
      }
      const { days, minutes } = step.delay;
      const day = (at: number) => Date.parse(wallClockOf(at, one.enrollment.zone).date) / DAY;
      const isEarly =
        one.at - before.at < minutes * MINUTE ||
        day(one.handOver.at) - day(before.handOver.at) < days;
      if (isEarly) problems.push(`${one.key} left too early after ${before.key}`);
    }
  }
  return problems;
}
