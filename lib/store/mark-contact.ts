import type { Contact } from '@/lib/domain/contact/contact';
import type { ContactId, WorkflowId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import { getContact } from './contacts';
import { type KEEP_STORES, keepContact } from './keep-contact';
import { CorruptRow } from './parse-row';
import type { WriteTx } from './transaction';

/**
 * Notes something on a stored contact. One that is gone or cannot be read stays as it is: what is
 * noted must never stand in the way of ending an enrollment.
 */
export async function markContact(
  tx: WriteTx<(typeof KEEP_STORES)[number]>,
  id: ContactId,
  mark: (contact: Contact) => Contact,
  when: { readonly now: Instant; readonly chain?: readonly WorkflowId[] },
): Promise<void> {
  const known = await readable(tx, id);
  if (known !== undefined) await keepContact(tx, known, mark(known), when);
}

async function readable(
  tx: WriteTx<(typeof KEEP_STORES)[number]>,
  id: ContactId,
): Promise<Contact | undefined> {
  try {
    return await getContact(tx, id);
  } catch (cause) {
    if (cause instanceof CorruptRow) return undefined;
    throw cause;
  }
}
