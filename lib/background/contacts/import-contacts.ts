import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import type { Contact } from '@/lib/domain/contact/contact';
import { addressesOf, contactFromPerson } from '@/lib/domain/contact/contact-from-person';
import { addressKey } from '@/lib/domain/contact/email-address';
import type { Person } from '@/lib/domain/contact/person';
import { sameContact } from '@/lib/domain/contact/same-contact';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';
import { contactIdSchema } from '@/lib/domain/ids';
import type { Parsed } from '@/lib/rpc/protocol';
import type { ImportOutcome } from '@/lib/rpc/workflow-views';
import { findContacts } from '@/lib/store/contacts';
import { appendJournal } from '@/lib/store/journal';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';

/** As many contacts as one transaction writes: a click in between is answered at once. */
const PART = 100;
const STORES = [...KEEP_STORES, 'journal'] as const;

type ImportDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'changed'>;
type Invalid = ImportOutcome['invalid'][number];

/**
 * Keeps a part of a file of contacts. Somebody known is brought up to date and loses nothing; only
 * somebody new came by an import. A part that is sent again changes nothing.
 */
export async function importContacts(
  deps: ImportDeps,
  { people }: Parsed<'contacts.import'>,
): Promise<ImportOutcome> {
  const done = { added: 0, updated: 0 };
  const rows = people.map((person, row) => ({ person, row }));
  const invalid = rows.flatMap(({ person, row }): Invalid[] => {
    const reason = reasonAgainst(person);
    return reason === undefined ? [] : [{ row, reason }];
  });
  const valid = rows.filter(({ person }) => reasonAgainst(person) === undefined);
  for (let at = 0; at < valid.length; at += PART) {
    const now = deps.clock.now();
    await writeAtOnce(await deps.connection.get(), STORES, async (tx) => {
      for (const { person } of valid.slice(at, at + PART)) {
        const became = await keepPerson(tx, person, { ids: deps.ids, now });
        if (became !== 'same') done[became] += 1;
      }
      const isLast = at + PART >= valid.length;
      if (!isLast || done.added + done.updated === 0) return;
      const line = { code: 'contactsImported', actor: 'person', params: { ...done } } as const;
      await appendJournal(tx, { at: now, ...line });
    });
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (done.added + done.updated > 0) deps.changed();
  return { ...done, invalid };
}

function reasonAgainst(person: Person): Invalid['reason'] | undefined {
  if (addressesOf(person).length > 0) return undefined;
  return person.emails.every((text) => text === '') ? 'noAddress' : 'badAddress';
}

async function keepPerson(
  tx: WriteTx<(typeof KEEP_STORES)[number]>,
  person: Person,
  { ids, now }: Pick<ImportDeps, 'ids'> & { readonly now: Instant },
): Promise<'added' | 'updated' | 'same'> {
  const [known] = await findContacts(tx, {
    ...(person.ref && { ref: siteRefKey(person.ref) }),
    addresses: addressesOf(person).map(addressKey),
  });
  const id = known?.id ?? v.parse(contactIdSchema, ids.next());
  const read = contactFromPerson(person, known, { id, now });
  const next = known ? { ...read, emails: knownFirst(known, read) } : { ...read, importedAt: now };
  if (known !== undefined && sameContact(known, next)) return 'same';
  await keepContact(tx, known, next, { now });
  return known === undefined ? 'added' : 'updated';
}

/** A file knows less than whoever has written to the contact: the first address stays the first. */
function knownFirst(known: Contact, read: Contact): Contact['emails'] {
  const keys = new Set(known.emails.map(addressKey));
  return [...known.emails, ...read.emails.filter((email) => !keys.has(addressKey(email)))];
}
