import type { Contact } from '@/lib/domain/contact/contact';
import { fitsEvent } from '@/lib/domain/workflow/fits-event';
import { holds } from '@/lib/domain/workflow/holds';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import { getContact } from '@/lib/store/contacts';
import {
  deleteEventsUntil,
  deleteWorkflowEvent,
  oldestEventRows,
  parseEventRow,
  type StoredEvent,
} from '@/lib/store/workflow-events';
import { membershipsOf, putMemberships } from '@/lib/store/workflow-members';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { beforeEvent } from './before-event';
import type { CompiledWorkflow, CompiledWorkflows } from './compiled-workflows';
import { type FirstScans, openFirstScans } from './first-scans';
import { isChanged, type Look, lookAtContact, type Pass } from './look-at-contact';
import { type Batch, IDLE, type Taken } from './taken';
import { isOn, openHeads } from './workflow-heads';
import { LOOK_STORES } from './workflow-stores';

/**
 * Lets every workflow that is on see what happened next, and forgets it: one transaction, so that a
 * worker that dies has either done all of that or nothing.
 */
export function takeEvents(batch: Batch): Promise<Taken> {
  const { database, library, ids, now, size } = batch;
  return writeAtOnce(database, LOOK_STORES, async (tx): Promise<Taken> => {
    const rows = await oldestEventRows(tx, size);
    if (rows.length === 0) return IDLE;
    const heads = await openHeads(tx);
    if (!heads.all().some(isOn)) {
      await deleteEventsUntil(tx, Number.MAX_SAFE_INTEGER);
      return { kind: 'done', changed: false };
    }
    const workflows = await library.compiled(tx, heads.all());
    const scans = openFirstScans(tx);
    for (const row of rows) {
      await takeEvent({ tx, heads, ids, now }, parseEventRow(row), { workflows, scans });
      await deleteWorkflowEvent(tx, row);
    }
    return { kind: 'done', changed: await heads.write() };
  });
}

interface Known {
  readonly workflows: CompiledWorkflows;
  readonly scans: FirstScans;
}

async function takeEvent(pass: Pass, row: StoredEvent, { workflows, scans }: Known): Promise<void> {
  const concerned = concernedBy(row, workflows);
  if (!concerned.isPossible) return;
  const contact = await getContact(pass.tx, row.contactId);
  if (contact === undefined) return;
  const slots = workflows.slotsOf(contact);
  const known = await membershipsOf(pass.tx, contact.id);
  const memberships = { ...known };
  const causes = new Map<CompiledWorkflow, 'criteria' | 'event'>();
  for (const one of concerned.byCriteria) causes.set(one, 'criteria');
  for (const one of concerned.byEvent) {
    if (isAwaited(one, row, contact, pass.now)) causes.set(one, 'event');
  }
  for (const [one, cause] of causes) {
    const scan =
      cause === 'criteria' ? await scans.stillToReach(one.workflow.id, contact.id) : undefined;
    // What happened before it was switched on is the scan's to see.
    if (scan !== undefined && row.seq <= (scan.since ?? 0)) continue;
    const was =
      scan && row.event.type === 'propertyChanged'
        ? one.ask(workflows.slotsOf(beforeEvent(contact, row.event)), pass.now)
        : undefined;
    const look: Look = { contact, slots, cause, changed: changedBy(row), chain: row.chain, was };
    await lookAtContact(pass, one, look, memberships);
  }
  if (isChanged(known, memberships)) await putMemberships(pass.tx, contact.id, memberships);
}

/** Who may care, before anything of the contact is read: mostly nobody. */
function concernedBy(row: StoredEvent, workflows: CompiledWorkflows) {
  const { event } = row;
  const byEvent = workflows.waitingFor(event.type);
  const byCriteria =
    event.type === 'contactCreated'
      ? new Set(workflows.byCriteria)
      : workflows.reading(changedBy(row));
  return { byEvent, byCriteria, isPossible: byEvent.length > 0 || byCriteria.size > 0 };
}

function changedBy({ event }: StoredEvent): ReadonlySet<string> {
  if (event.type !== 'propertyChanged') return new Set();
  return new Set([...Object.keys(event.before), ...Object.keys(event.after)]);
}

function isAwaited(
  { workflow: { trigger, settings } }: CompiledWorkflow,
  { event }: StoredEvent,
  contact: Contact,
  now: Instant,
): boolean {
  if (trigger.kind !== 'event') return false;
  return fitsEvent(trigger.event, event, {
    contact,
    holds: (groups, who) =>
      holds(groups, who, {
        definitions: definitionsFor(propertiesOf(groups)),
        zone: settings.zone,
        now,
      }),
  });
}
