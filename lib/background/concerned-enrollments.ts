import { addressKey } from '@/lib/domain/contact/email-address';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import type { SenderId } from '@/lib/domain/ids';
import { headerAddresses } from '@/lib/domain/message/header-addresses';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { findClaim } from '@/lib/store/claims';
import { findContacts } from '@/lib/store/contacts';
import { enrollmentsOfThread, getEnrollment } from '@/lib/store/enrollments';
import type { ReadTx } from '@/lib/store/transaction';

/**
 * The live enrollments that a message may be about: those of its conversation, and those of the
 * people it comes from or reports on. `classify` says whether it really is.
 */
export async function concernedEnrollments(
  tx: ReadTx<'enrollments' | 'claims' | 'contacts'>,
  senderId: SenderId,
  head: MessageHead,
): Promise<readonly Enrollment[]> {
  const named = ['from', 'x-failed-recipients'].flatMap((name) =>
    headerAddresses(head.headers.get(name) ?? ''),
  );
  const addresses = [...new Set(named.map(addressKey))];
  const contacts = await findContacts(tx, { addresses });
  const [ofThread, ...claims] = await Promise.all([
    enrollmentsOfThread(tx, senderId, head.threadId),
    ...contacts.map(({ id }) => findClaim(tx, { contactIds: [id], addresses: [] })),
    ...addresses.map((address) => findClaim(tx, { contactIds: [], addresses: [address] })),
  ]);
  const claimed = await Promise.all(
    claims.map((claim) => (claim ? getEnrollment(tx, claim.enrollmentId) : undefined)),
  );
  const all = [...ofThread, ...claimed].filter((enrollment) => enrollment !== undefined);
  return [...new Map(all.filter(isLive).map((enrollment) => [enrollment.id, enrollment])).values()];
}
