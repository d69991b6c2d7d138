import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import { addressesOf, contactFromPerson } from '@/lib/domain/contact/contact-from-person';
import { addressKey } from '@/lib/domain/contact/email-address';
import { sameContact } from '@/lib/domain/contact/same-contact';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';
import { contactIdSchema } from '@/lib/domain/ids';
import type { Parsed } from '@/lib/rpc/protocol';
import { findContacts } from '@/lib/store/contacts';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { listWorkflows } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';

const STORES = [...KEEP_STORES, 'workflows'] as const;

/**
 * The rep opened somebody's page. What the page says of a contact is always kept; somebody unknown
 * only while a workflow is on that could wait for them.
 */
export async function noteVisit(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'changed'>,
  { person, site, url }: Parsed<'page.visited'>,
): Promise<void> {
  const now = deps.clock.now();
  const addresses = addressesOf(person).map(addressKey);
  const ref = person.ref && siteRefKey(person.ref);
  // Without either, nobody could tell tomorrow that it is the same person.
  if (ref === undefined && addresses.length === 0) return;
  const isKept = await writeAtOnce(await deps.connection.get(), STORES, async (tx) => {
    const isAnyOn = (await listWorkflows(tx)).some(({ state }) => state !== 'off');
    const [known] = await findContacts(tx, { ...(ref !== undefined && { ref }), addresses });
    if (known === undefined && !isAnyOn) return false;
    const id = known?.id ?? v.parse(contactIdSchema, deps.ids.next());
    const next = contactFromPerson(person, known, { id, now });
    const isNew = known === undefined || !sameContact(known, next);
    if (isNew) await keepContact(tx, known, next, { now });
    const event = { type: 'pageVisited', site, url: hostAndPath(url) } as const;
    if (isAnyOn) await addWorkflowEvent(tx, { contactId: id, at: now, event });
    return isNew;
  });
  if (isKept) deps.changed();
}

/** The rest of an address may hold somebody's secrets, whoever sends it. */
function hostAndPath(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '').replace(/[?#].*$/s, '');
}
