import { beforeEach, expect, test } from 'vitest';
import { aContact, anEnrollment } from '@/test/support/builders';
import { putContact } from './contacts';
import { openDatabase } from './database';
import { getEnrollment, putEnrollment } from './enrollments';
import type { Database } from './schema';
import { writeAtOnce } from './write-at-once';

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ name: 'write-at-once' });
});

const contact = aContact();
const enrollment = anEnrollment();

test('afterwards everything is written, and the answer is handed on', async () => {
  const answer = await writeAtOnce(database, ['contacts', 'enrollments'], async (tx) => {
    await putContact(tx, contact);
    await putEnrollment(tx, enrollment);
    return 'done';
  });

  expect(answer).toBe('done');
  expect(await database.count('contacts')).toBe(1);
  expect(await database.count('enrollments')).toBe(1);
});

test('an exception that the database knows nothing of takes back what was written before', async () => {
  const work = writeAtOnce(database, ['contacts', 'enrollments'], async (tx) => {
    await putContact(tx, contact);
    await putEnrollment(tx, enrollment);
    throw new Error('a defect of ours');
  });

  await expect(work).rejects.toThrow('a defect of ours');
  expect(await database.count('contacts')).toBe(0);
  expect(await database.count('enrollments')).toBe(0);
});

test('what cannot be stored at all takes back what was written before', async () => {
  const work = writeAtOnce(database, ['contacts'], async (tx) => {
    await putContact(tx, contact);
    await tx.objectStore('contacts').put({ ...contact, name: Symbol('x') } as never);
  });

  await expect(work).rejects.toMatchObject({ name: 'DataCloneError' });
  expect(await database.count('contacts')).toBe(0);
});

test('a row that does not fit its schema takes back what was written before', async () => {
  await database.put('enrollments', { ...enrollment, state: 'lost' } as never);
  const work = writeAtOnce(database, ['contacts', 'enrollments'], async (tx) => {
    await putContact(tx, contact);
    await getEnrollment(tx, enrollment.id);
  });

  await expect(work).rejects.toMatchObject({ code: 'corruptRow' });
  expect(await database.count('contacts')).toBe(0);
});
