import type { Contact } from '@/lib/domain/contact/contact';
import { noteChanges } from '@/lib/domain/contact/note-changes';
import type { WorkflowId } from '@/lib/domain/ids';
import { conversionOf } from '@/lib/domain/workflow/conversion-of';
import type { Instant } from '@/lib/time/instant';
import { putContact } from './contacts';
import type { WriteTx } from './transaction';
import { addWorkflowEvent } from './workflow-events';

export const KEEP_STORES = ['contacts', 'workflowEvents'] as const;

/**
 * Writes a contact and, in the same transaction, what has changed about it: the one way to store
 * contacts, or workflows would miss it.
 *
 * @param known as stored, read in this transaction; `undefined` only when there is none
 * @param options.chain workflows whose actions led to it, nearest first
 * @returns the contact as it is stored now
 */
export async function keepContact(
  tx: WriteTx<(typeof KEEP_STORES)[number]>,
  known: Contact | undefined,
  next: Contact,
  { now, chain = [] }: { readonly now: Instant; readonly chain?: readonly WorkflowId[] },
): Promise<Contact> {
  const { contact, event } = noteChanges(known, next, now);
  await putContact(tx, contact);
  if (event !== undefined) {
    await addWorkflowEvent(tx, { contactId: contact.id, at: now, event, chain });
  }
  const conversion = known && conversionOf(known, contact);
  if (conversion !== undefined) {
    await addWorkflowEvent(tx, { contactId: contact.id, at: now, event: conversion, chain });
  }
  return contact;
}
