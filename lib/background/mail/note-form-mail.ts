import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import { addressesOf, contactFromPerson } from '@/lib/domain/contact/contact-from-person';
import { addressKey } from '@/lib/domain/contact/email-address';
import { type ContactId, contactIdSchema } from '@/lib/domain/ids';
import type { FormRule } from '@/lib/domain/workflow/form-rule';
import { formRuleFor } from '@/lib/domain/workflow/form-rule-for';
import { type FormSubmission, submissionOf } from '@/lib/domain/workflow/form-submission';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { findContacts } from '@/lib/store/contacts';
import { appendJournal, journalOfContactSince } from '@/lib/store/journal';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import type { ReadTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { DAY } from '@/lib/time/instant';
import type { About } from './note-mail';

type FormDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'mailboxOf' | 'changed'>;

const STORES = [...KEEP_STORES, 'journal'] as const;

/**
 * Does this message tell of a form that somebody has filled in? Then they are a contact, and
 * workflows hear of it, once however often the message is read.
 *
 * @returns why the message could not be read now: then it is to be read again
 */
export async function noteFormMail(
  deps: FormDeps,
  about: About & { readonly rules: readonly FormRule[] },
  signal: AbortSignal,
): Promise<MailboxFailure | undefined> {
  const { sender, head, rules } = about;
  const { headers } = head;
  if (head.own || head.junk || formRuleFor(headers, rules) === undefined) return undefined;
  const read = await deps.mailboxOf(sender).readText(head.messageId, signal);
  // What the provider will never hand out is done without.
  if (read.kind !== 'ok' && read.kind !== 'refused') return read;
  const text = read.kind === 'ok' ? read.value : undefined;
  const own = sender.addresses.map(({ address }) => address);
  const submission = submissionOf({ headers, text, own }, rules);
  if (submission !== undefined) await keepSubmission(deps, about, submission);
  return undefined;
}

async function keepSubmission(
  { connection, clock, ids, changed }: FormDeps,
  { sender, head }: About,
  { form, person }: FormSubmission,
): Promise<void> {
  const now = clock.now();
  const message = head.headers.get('message-id')?.trim() || head.messageId;
  const addresses = addressesOf(person).map(addressKey);
  const isNew = await writeAtOnce(await connection.get(), STORES, async (tx) => {
    const [known] = await findContacts(tx, { addresses });
    const id = known?.id ?? v.parse(contactIdSchema, ids.next());
    if (known !== undefined && (await isNoted(tx, { id, message, since: head.at - DAY }))) {
      return false;
    }
    const contact = contactFromPerson(person, known, { id, now });
    const engagedAt = Math.max(head.at, known?.engagedAt ?? head.at);
    await keepContact(tx, known, { ...contact, engagedAt }, { now });
    const event = { type: 'formSubmitted', form } as const;
    await addWorkflowEvent(tx, { contactId: id, at: now, event });
    await appendJournal(tx, {
      at: now,
      code: 'formSubmitted',
      actor: 'engine',
      contactId: id,
      senderId: sender.id,
      params: { form, message },
    });
    return true;
  });
  if (isNew) changed();
}

/**
 * Was it noted before? By the number that its sender gave it: the same letter to two of our
 * mailboxes is one submission. Only after it arrived, whatever two clocks make of that.
 */
async function isNoted(
  tx: ReadTx<'journal'>,
  of: { readonly id: ContactId; readonly message: string; readonly since: number },
): Promise<boolean> {
  const entries = await journalOfContactSince(tx, of.id, of.since);
  return entries.some(
    ({ code, params }) => code === 'formSubmitted' && params['message'] === of.message,
  );
}
