import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { addressKey } from '@/lib/domain/contact/email-address';
import { withReturned } from '@/lib/domain/contact/enrolled-properties';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { addClaim, findClaim } from '@/lib/store/claims';
import { getContact } from '@/lib/store/contacts';
import { markContact } from '@/lib/store/mark-contact';
import { countLive } from '@/lib/store/sequences';
import type { Instant } from '@/lib/time/instant';
import type { ChangeTx } from './change-enrollment';

/**
 * Gives an enrollment that had ended its contact back.
 *
 * @returns `false` if somebody else holds the contact now, and nothing was written
 */
export async function holdAgain(
  tx: ChangeTx,
  enrollment: Enrollment,
  now: Instant,
): Promise<boolean> {
  const { contactId, to, sequenceId } = enrollment;
  const held = await findClaim(tx, { contactIds: [contactId], addresses: [addressKey(to)] });
  if (held !== undefined) return false;
  const contact = await getContact(tx, contactId);
  await addClaim(tx, enrollment, contact && companyKeyOf(contact));
  await countLive(tx, sequenceId, 1);
  await markContact(tx, contactId, (known) => withReturned(known, now), { now });
  return true;
}
