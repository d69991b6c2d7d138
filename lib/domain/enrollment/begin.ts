import * as v from 'valibot';
import type { ContactId, Ids } from '@/lib/domain/ids';
import { enrollmentIdSchema } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { EnrollmentPlan } from './decision';
import type { EditedEmail, Enrollment, Origin } from './enrollment';
import type { OutboxRow } from './outbox-row';
import { rowFor } from './row-for';

/** The records that a plan becomes, to be written in one transaction. */
export function begin(
  plan: EnrollmentPlan,
  who: {
    readonly contactId: ContactId;
    readonly origin: Origin;
    readonly edited?: EditedEmail;
    /** What the rep typed for `{{placeholder:…}}`, by its name. */
    readonly placeholders?: Readonly<Record<string, string>>;
  },
  now: Instant,
  ids: Ids,
): { readonly enrollment: Enrollment; readonly row: OutboxRow } {
  const [first] = plan.steps;
  const enrollment: Enrollment = {
    id: v.parse(enrollmentIdSchema, ids.next()),
    contactId: who.contactId,
    sequenceId: plan.sequence.id,
    sequenceVersion: plan.sequence.version,
    senderId: plan.sender.id,
    from: plan.from,
    to: plan.to,
    zone: plan.zone,
    zoneSource: plan.zoneSource,
    origin: who.origin,
    state: { kind: 'scheduled' },
    clockMinute: plan.clockMinute,
    placeholders: { ...who.placeholders },
    nextStep: first.index,
    nextAt: first.at,
    edited: who.edited ? [who.edited] : [],
    createdAt: now,
    updatedAt: now,
  };
  return { enrollment, row: rowFor(enrollment, first) };
}
