import { companyKeyOf } from '@/lib/domain/contact/company-key';
import type { Contact } from '@/lib/domain/contact/contact';
import { displayName } from '@/lib/domain/contact/contact-name';
import { addressKey } from '@/lib/domain/contact/email-address';
import type { EnrollmentPlan } from '@/lib/domain/enrollment/decision';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { SenderId } from '@/lib/domain/ids';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import { withBooking } from '@/lib/domain/limits/with-booking';
import { isTaskStep } from '@/lib/domain/sequence/step';
import { limitBucketsOfWeek } from '@/lib/store/limits';
import type { ReadTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';

/** What those who were decided before in the same go mean for the next one. */
export interface EarlierDecisions {
  /** The sender's week from an instant on, with everything planned in this go. */
  readonly buckets: (senderId: SenderId, from: Instant) => Promise<readonly LimitBucket[]>;
  readonly held: (contact: Contact) => Facts['held'];
  readonly colleague: (contact: Contact) => Facts['colleague'];
  /** This contact is enrolled now, on disk or in a preview. */
  readonly add: (contact: Contact, plan: EnrollmentPlan) => void;
}

export function createEarlierDecisions(tx: ReadTx<'limits'>): EarlierDecisions {
  const weeks = new Map<string, { senderId: SenderId; buckets: readonly LimitBucket[] }>();
  const held = new Map<string, Facts['held']>();
  const colleagues = new Map<string, { readonly name: string }>();
  const keysOf = ({ id, emails }: Contact) => [id, ...emails.map(addressKey)];
  return {
    async buckets(senderId, from) {
      const key = `${senderId}/${from}`;
      const known = weeks.get(key);
      if (known !== undefined) return known.buckets;
      const buckets = await limitBucketsOfWeek(tx, senderId, from);
      weeks.set(key, { senderId, buckets });
      return buckets;
    },
    held: (contact) =>
      keysOf(contact)
        .map((key) => held.get(key))
        .find(Boolean),
    colleague(contact) {
      const company = companyKeyOf(contact);
      return company === undefined ? undefined : colleagues.get(company);
    },
    add(contact, { sequence, sender, steps: [first] }) {
      const places = isTaskStep(first.step) ? [] : weeks;
      for (const [key, week] of places) {
        if (week.senderId !== sender.id) continue;
        weeks.set(key, { ...week, buckets: withBooking(week.buckets, sender.id, first.at) });
      }
      const { name, steps } = sequence;
      const holder = { step: first.index + 1, steps: steps.length, owner: sender.address };
      for (const key of keysOf(contact)) held.set(key, { sequenceName: name, ...holder });
      const company = companyKeyOf(contact);
      if (company !== undefined) colleagues.set(company, { name: displayName(contact) });
    },
  };
}
