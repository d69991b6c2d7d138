import type { EmailAddress } from '@/lib/domain/contact/email-address';
import { fits } from '@/lib/domain/limits/rolling-limit';
import { backAt } from '@/lib/domain/schedule/back-at';
import { inWindow } from '@/lib/domain/schedule/in-window';
import type { SendTimes } from '@/lib/domain/schedule/send-times';
import { planKey } from '@/lib/domain/schedule/step-key';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { isTaskStep } from '@/lib/domain/sequence/step';
import { DAY, type Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { Offer } from './decision';
import { earliestSlot } from './earliest-slot';
import type { Facts } from './facts';
import { ORIGIN_POLICY, type OriginPolicy } from './origin-policy';
import type { EnrollRequest } from './request';
import { fromAddress } from './sender-address';

/** The first email is not planned further ahead than this. */
export const SEND_AT_DAYS = 365;

/** A request and its facts with every default filled in: what the checks look at. */
export interface Subject {
  readonly request: EnrollRequest;
  readonly facts: Facts;
  readonly policy: OriginPolicy;
  readonly now: Instant;
  readonly to: EmailAddress | undefined;
  readonly from: EmailAddress | undefined;
  readonly zone: Zone | undefined;
  readonly zoneSource: 'contact' | 'sender';
  /** When steps may run; unknown without a sequence or a zone. */
  readonly times: SendTimes | undefined;
  /** The first step is a task: it takes no place in any limit and disturbs nobody at any hour. */
  readonly beginsWithTask: boolean;
  /** When the first step would run. */
  readonly firstAt: Instant;
  /** Would it have left on a day on which its sender is away? Then `firstAt` is after that. */
  readonly away: boolean;
  /** Most emails per clock minute for this sender and origin, and whether one has room. */
  readonly minute: { readonly limit: number; readonly free: boolean };
  /** Is `firstAt` outside the hours and days of the sequence? */
  readonly quiet: boolean;
  /** Would `firstAt` be one too many for the sender's rolling 24 hours? */
  readonly full: boolean;
  /** Moments that a person may choose instead. */
  readonly offers: readonly Offer[];
}

export function subjectOf(request: EnrollRequest, facts: Facts, now: Instant): Subject {
  const { sender, sequence } = facts;
  const calendar = withAbsence(facts.calendar, sender);
  const first = sequence?.steps[request.startStep];
  const beginsWithTask = first !== undefined && isTaskStep(first);
  const buckets = beginsWithTask ? [] : facts.buckets;
  const policy = ORIGIN_POLICY[request.origin];
  const known = request.zone ?? (request.sendersClock ? undefined : request.contact.zone);
  const zone = known ?? sender?.zone;
  const to = request.to ?? request.contact.emails[0];
  const times = zone && sequence && { zone, settings: sequence.settings, calendar };
  const mailer = beginsWithTask ? undefined : sender;
  const perMinute = Math.min(
    mailer?.perMinute ?? Number.POSITIVE_INFINITY,
    beginsWithTask ? Number.POSITIVE_INFINITY : policy.perMinute,
  );
  const perDay = mailer === undefined ? Number.POSITIVE_INFINITY : senderLimit(mailer);
  const wanted = wantedAt(request, now);
  const back = backAt(wanted, calendar.absence);
  const slot = earliestSlot(back ?? wanted, {
    buckets,
    perMinute,
    absence: calendar.absence,
    // Nobody means the midnight at which a sender is back.
    ...((policy.quietTime === 'wait' || back !== undefined) &&
      times && { times: { ...times, ...(to && { spreadKey: planKey(to, sequence.id) }) } }),
  });
  const firstAt = slot ?? back ?? wanted;
  const quiet = times !== undefined && !beginsWithTask && !inWindow(firstAt, times);
  const full = !fits(buckets, firstAt, perDay);
  const rules = { buckets, perMinute, perDay, ...(times && { times }) };
  return {
    request,
    facts,
    policy,
    now,
    to,
    from: sender && fromAddress(request, sender),
    zone,
    zoneSource: known === undefined ? 'sender' : 'contact',
    times,
    beginsWithTask,
    firstAt,
    away: back !== undefined,
    minute: { limit: perMinute, free: slot !== undefined },
    quiet,
    full,
    offers: policy.person && (quiet || full) ? offersOf(earliestSlot(firstAt, rules), full) : [],
  };
}

/** At once but for the hold, or when it was asked for. A `sendAt` too far ahead is refused by name. */
function wantedAt({ sendAt, holdMs }: EnrollRequest, now: Instant): Instant {
  const atOnce = now + holdMs;
  if (sendAt === undefined) return atOnce;
  return sendAt > atOnce && sendAt <= now + SEND_AT_DAYS * DAY ? sendAt : atOnce;
}

/** The earliest moment without anything against it; the full day is the reason that weighs more. */
function offersOf(at: Instant | undefined, full: boolean): readonly Offer[] {
  return at === undefined ? [] : [{ at, why: full ? 'limit' : 'window' }];
}
