import { beforeEach, expect, test } from 'vitest';
import { aContact, address, anEnrollment, contactId, enrollmentId } from '@/test/support/builders';
import { addClaim, findClaim, releaseClaim } from './claims';
import { putContact } from './contacts';
import { openDatabase } from './database';
import { putEnrollment } from './enrollments';
import type { Database } from './schema';
import { writeAtOnce } from './write-at-once';

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ name: 'claims' });
});

const first = anEnrollment();
const second = anEnrollment({ id: enrollmentId('enrollment-2') });

/** As enrolling does it: the claim and what it stands for, in one transaction. */
const enroll = (enrollment: typeof first, options: { readonly claimLast: boolean }) =>
  writeAtOnce(database, ['claims', 'enrollments', 'contacts'], async (tx) => {
    if (!options.claimLast) await addClaim(tx, enrollment);
    await putEnrollment(tx, enrollment);
    await putContact(tx, aContact({ id: enrollment.contactId, emails: [enrollment.to] }));
    if (options.claimLast) await addClaim(tx, enrollment);
  });

const stored = async () => ({
  claims: (await database.getAll('claims')).map((claim) => claim.enrollmentId),
  enrollments: (await database.getAll('enrollments')).map(({ id }) => id),
});

test.each([
  { order: 'first', claimLast: false },
  { order: 'last', claimLast: true },
])('a second claim, made $order, fails and takes its whole transaction with it', async (options) => {
  await enroll(first, options);

  await expect(enroll(second, options)).rejects.toMatchObject({ name: 'ConstraintError' });

  expect(await stored()).toEqual({ claims: ['enrollment-1'], enrollments: ['enrollment-1'] });
});

test('of two at once exactly one succeeds, whoever asks in which order', async () => {
  const results = await Promise.allSettled([
    enroll(second, { claimLast: true }),
    enroll(first, { claimLast: false }),
  ]);

  const kept = results[0].status === 'fulfilled' ? 'enrollment-2' : 'enrollment-1';
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await stored()).toEqual({ claims: [kept], enrollments: [kept] });
});

test.each([
  'ada@example.com',
  'ADA@EXAMPLE.COM',
])('the same address under another contact is refused: %s', async (spelling) => {
  await enroll(first, { claimLast: false });
  const other = anEnrollment({
    id: enrollmentId('enrollment-2'),
    contactId: contactId('contact-2'),
    to: address(spelling),
  });

  await expect(enroll(other, { claimLast: false })).rejects.toMatchObject({
    name: 'ConstraintError',
  });

  expect((await stored()).claims).toEqual(['enrollment-1']);
  expect(await database.get('contacts', contactId('contact-2'))).toBeUndefined();
});

test('only the enrollment that holds the contact gives it back', async () => {
  await enroll(first, { claimLast: false });
  const release = (enrollment: typeof first) =>
    writeAtOnce(database, ['claims'], (tx) => releaseClaim(tx, enrollment));

  await release(second);
  expect((await stored()).claims).toEqual(['enrollment-1']);

  await release(first);
  expect((await stored()).claims).toEqual([]);
  await release(first);
});

test('a contact that was given back can be claimed again', async () => {
  await enroll(first, { claimLast: false });
  await writeAtOnce(database, ['claims'], (tx) => releaseClaim(tx, first));

  await enroll(second, { claimLast: false });

  expect((await stored()).claims).toEqual(['enrollment-2']);
});

test('a claim is found by any of the contacts and any of the addresses', async () => {
  await enroll(first, { claimLast: false });
  const find = (ids: readonly string[], addresses: readonly string[]) =>
    findClaim(database.transaction('claims'), { contactIds: ids.map(contactId), addresses });

  expect(await find(['nobody', 'contact-1'], [])).toMatchObject({ enrollmentId: 'enrollment-1' });
  expect(await find([], ['eve@example.com', 'ada@example.com'])).toMatchObject({
    enrollmentId: 'enrollment-1',
  });
  expect(await find(['nobody'], ['eve@example.com'])).toBeUndefined();
  expect(await find([], [])).toBeUndefined();
});
