import { expect, test } from 'vitest';
import { contactSchema } from '@/lib/domain/contact/contact';
import { enrollmentSchema } from '@/lib/domain/enrollment/enrollment';
import { aContact, anEnrollment } from '@/test/support/builders';
import { CorruptRow, parseRow } from './parse-row';

const SECRET = 'Ada Lovelace, ada@example.com';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (cause) {
    return cause;
  }
  return undefined;
}

test('a row that fits is handed out without the keys it is found by', () => {
  const contact = aContact();

  expect(parseRow(contactSchema, { ...contact, addressKeys: [], refKeys: [] })).toEqual(contact);
});

test.each([
  ['a damaged field', contactSchema, { ...aContact(), emails: [SECRET] }, 'emails.0'],
  ['a field of another kind', contactSchema, { ...aContact(), name: [SECRET] }, 'name'],
  [
    'a nested field',
    enrollmentSchema,
    { ...anEnrollment(), state: { kind: SECRET } },
    'state.kind',
  ],
  ['two fields', enrollmentSchema, { ...anEnrollment(), to: SECRET, zone: SECRET }, 'to, zone'],
  ['text instead of a row', contactSchema, SECRET, 'row'],
])('%s is named by its place and never by its text', (_what, schema, row, places) => {
  const thrown = thrownBy(() => parseRow(schema, row));

  expect(thrown).toBeInstanceOf(CorruptRow);
  expect(thrown).toMatchObject({ code: 'corruptRow' });
  expect(String(thrown)).toMatch(new RegExp(`: ${places.replaceAll('.', '\\.')}$`));
  expect(JSON.stringify([String(thrown), thrown])).not.toContain(SECRET);
  expect(thrown instanceof Error ? thrown.cause : 'no error').toBeUndefined();
});
