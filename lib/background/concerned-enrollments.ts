import * as v from 'valibot';
import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { enrollmentIdSchema, type SenderId } from '@/lib/domain/ids';
import { headerAddresses } from '@/lib/domain/message/header-addresses';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { unsubscribedEnrollment } from '@/lib/domain/message/unsubscribe';
import { findClaim } from '@/lib/store/claims';
import { findContacts } from '@/lib/store/contacts';
import { enrollmentsOfThread, getEnrollment } from '@/lib/store/enrollments';
import type { ReadTx } from '@/lib/store/transaction';

/**
 * The enrollments that a message may be about: those of its conversation, the one that an unsubscribe
 * letter names, and those of the people it comes from or reports on. `classify` says whether it
 * really is. Ended ones as well: their last email can be answered, too.
 */
export async function concernedEnrollments(
  tx: ReadTx<'enrollments' | 'claims' | 'contacts'>,
  senderId: SenderId,
  head: MessageHead,
): Promise<readonly Enrollment[]> {
  const people = ['from', 'x-failed-recipients'].flatMap((name) =>
    headerAddresses(head.headers.get(name) ?? ''),
  );
  const addresses = [...new Set(people.map(addressKey))];
  const contacts = await findContacts(tx, { addresses });
  const [ofThread, named, ...claims] = await Promise.all([
    enrollmentsOfThread(tx, senderId, head.threadId),
    namedBy(tx, head),
    ...contacts.map(({ id }) => findClaim(tx, { contactIds: [id], addresses: [] })),
    ...addresses.map((address) => findClaim(tx, { contactIds: [], addresses: [address] })),
  ]);
  const claimed = await Promise.all(
    claims.map((claim) => (claim ? getEnrollment(tx, claim.enrollmentId) : undefined)),
  );
  const all = [...ofThread, named, ...claimed].filter((enrollment) => enrollment !== undefined);
  return [...new Map(all.map((enrollment) => [enrollment.id, enrollment])).values()];
}

async function namedBy(
  tx: ReadTx<'enrollments'>,
  { headers }: MessageHead,
): Promise<Enrollment | undefined> {
  const id = v.safeParse(enrollmentIdSchema, unsubscribedEnrollment(headers.get('subject') ?? ''));
  return id.success ? getEnrollment(tx, id.output) : undefined;
}
