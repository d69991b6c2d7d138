import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { ContactId, SequenceId } from '@/lib/domain/ids';
import type { Claim } from './schema';
import type { ReadTx, WriteTx } from './transaction';

/**
 * Claims the contact and the address for this enrollment. `add`, not `put`: whatever races, the
 * second claim fails in the database and takes its whole transaction with it.
 *
 * @param company what makes two people colleagues, if anything does
 */
export async function addClaim(
  tx: WriteTx<'claims'>,
  enrollment: Enrollment,
  company?: string,
): Promise<void> {
  await tx.objectStore('claims').add({
    contactId: enrollment.contactId,
    address: addressKey(enrollment.to),
    enrollmentId: enrollment.id,
    ...(company !== undefined && { companyKey: companyKey(enrollment.sequenceId, company) }),
  });
}

/** Some of those at a company who are in a sequence now. */
export async function claimsOfCompany(
  tx: ReadTx<'claims'>,
  sequenceId: SequenceId,
  company: string,
): Promise<readonly Claim[]> {
  return tx.objectStore('claims').index('company').getAll(companyKey(sequenceId, company), 5);
}

/** Everybody at a company whom one of these sequences holds now. */
export async function claimsAtCompany(
  tx: ReadTx<'claims'>,
  sequenceIds: readonly SequenceId[],
  company: string,
): Promise<readonly Claim[]> {
  const index = tx.objectStore('claims').index('company');
  const found = await Promise.all(sequenceIds.map((id) => index.getAll(companyKey(id, company))));
  return found.flat();
}

function companyKey(sequenceId: SequenceId, company: string): string {
  return `${sequenceId}/${company}`;
}

/** Gives the contact back, if this enrollment is the one that holds it. */
export async function releaseClaim(tx: WriteTx<'claims'>, enrollment: Enrollment): Promise<void> {
  const store = tx.objectStore('claims');
  const claim = await store.get(enrollment.contactId);
  if (claim?.enrollmentId === enrollment.id) await store.delete(enrollment.contactId);
}

/** Who holds any of these contacts or addresses. */
export async function findClaim(
  tx: ReadTx<'claims'>,
  keys: { readonly contactIds: readonly ContactId[]; readonly addresses: readonly string[] },
): Promise<Claim | undefined> {
  const store = tx.objectStore('claims');
  const found = await Promise.all([
    ...keys.contactIds.map((id) => store.get(id)),
    ...keys.addresses.map((address) => store.index('address').get(address)),
  ]);
  return found.find((claim) => claim !== undefined);
}

/** Is anybody held by an enrollment now? Whoever is live is. */
export async function isAnyoneHeld(tx: ReadTx<'claims'>): Promise<boolean> {
  return (await tx.objectStore('claims').openCursor()) !== null;
}

/** Everybody who is held by an enrollment now. */
export async function allClaims(tx: ReadTx<'claims'>): Promise<readonly Claim[]> {
  return tx.objectStore('claims').getAll();
}
