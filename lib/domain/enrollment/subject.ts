import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { Facts } from './facts';
import type { EnrollRequest } from './request';

/** A request and its facts with every default filled in: what the checks look at. */
export interface Subject {
  readonly request: EnrollRequest;
  readonly facts: Facts;
  readonly now: Instant;
  readonly to: EmailAddress | undefined;
  readonly from: EmailAddress | undefined;
  readonly zone: Zone | undefined;
  readonly zoneSource: 'contact' | 'sender';
  /** When the first email would leave. */
  readonly firstAt: Instant;
}

export function subjectOf(request: EnrollRequest, facts: Facts, now: Instant): Subject {
  const { sender } = facts;
  const known = request.zone ?? request.contact.zone;
  const usable = sender?.addresses.some(({ address }) => address === request.from);
  return {
    request,
    facts,
    now,
    to: request.to ?? request.contact.emails[0],
    from: usable
      ? request.from
      : (sender?.addresses.find((a) => a.isDefault)?.address ?? sender?.address),
    zone: known ?? sender?.zone,
    zoneSource: known === undefined ? 'sender' : 'contact',
    firstAt: now + request.holdMs,
  };
}
