import type { Contact } from '@/lib/domain/contact/contact';
import { contactSchema } from '@/lib/domain/contact/contact';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { propertyValue } from '@/lib/domain/workflow/property-value';
import { isDue, nextScheduleAt } from '@/lib/domain/workflow/schedule';
import type { Trigger } from '@/lib/domain/workflow/trigger';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import { parseRow } from '@/lib/store/parse-row';
import { oldestEventRows } from '@/lib/store/workflow-events';
import { membershipsOf, putMemberships } from '@/lib/store/workflow-members';
import { deleteScan, dueScan, putScan } from '@/lib/store/workflow-scans';
import type { WorkflowScan } from '@/lib/store/workflow-schema';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';
import { isChanged, lookAtContact, type Pass } from './look-at-contact';
import { SWEEP_EVERY } from './plan-scans';
import { type Batch, IDLE, type Taken } from './taken';
import { isOn, openHeads } from './workflow-heads';
import { LOOK_STORES, type LookTx } from './workflow-stores';

/**
 * Looks at the next few contacts for the scan that has waited longest, and notes how far it is: one
 * transaction.
 */
export function takeScans(batch: Batch): Promise<Taken> {
  const { database, library, ids, now, size } = batch;
  return writeAtOnce(database, LOOK_STORES, async (tx): Promise<Taken> => {
    const scan = await dueScan(tx, now);
    if (scan === undefined) return IDLE;
    // What has happened comes first: a scan that overtakes it would take what is new for old.
    if ((await oldestEventRows(tx, 1)).length > 0) return IDLE;
    const heads = await openHeads(tx);
    const head = heads.get(scan.workflowId);
    const compiled = (await library.compiled(tx, heads.all())).get(scan.workflowId);
    if (head === undefined || !isOn(head) || compiled === undefined) {
      await deleteScan(tx, scan.id);
      return { kind: 'done', changed: false };
    }
    const workflows = await library.compiled(tx, heads.all());
    const pass = { tx, heads, ids, now };
    const contacts = await contactsAfter(tx, scan, size);
    for (const row of contacts) {
      const contact = parseRow(contactSchema, row);
      if (!isMeant(scan, compiled.workflow, contact)) continue;
      const known = await membershipsOf(tx, contact.id);
      const memberships = { ...known };
      const slots = workflows.slotsOf(contact);
      const look = { contact, slots, cause: CAUSES[scan.kind], changed: NOTHING, chain: [] };
      await lookAtContact(pass, compiled, look, memberships);
      if (isChanged(known, memberships)) await putMemberships(tx, contact.id, memberships);
    }
    const last = contacts.at(-1);
    if (last !== undefined && contacts.length === size) {
      await putScan(tx, { ...scan, after: last.id });
    } else {
      await endScan(pass, scan, compiled.workflow);
    }
    return { kind: 'done', changed: await heads.write() };
  });
}

const NOTHING: ReadonlySet<string> = new Set();

const CAUSES = {
  baseline: 'baseline',
  existing: 'existing',
  schedule: 'schedule',
  sweep: 'criteria',
} as const;

export function contactsAfter(tx: LookTx, { after }: WorkflowScan, size: number) {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  return tx.objectStore('contacts').getAll(range, size);
}

/** A schedule that goes by a date of the contact means those whose day it is. */
function isMeant({ kind, dueAt }: WorkflowScan, { trigger, settings }: Workflow, contact: Contact) {
  if (kind !== 'schedule') return true;
  if (trigger.kind !== 'schedule') return false;
  const { schedule } = trigger;
  if (schedule.type !== 'PROPERTY_BASED') return true;
  const { dateProperty } = schedule;
  const { zone } = settings;
  const definition = definitionsFor([dateProperty]).get(dateProperty);
  const type = definition?.guessed === true ? undefined : definition?.type;
  const { date } = wallClockOf(dueAt, zone);
  return isDue(schedule, propertyValue(contact, dateProperty), { date, zone, type });
}

async function endScan(pass: Pass, scan: WorkflowScan, workflow: Workflow): Promise<void> {
  const { tx, heads, now } = pass;
  const { after: _done, ...again } = scan;
  const next = nextOf(scan, workflow, now);
  if (next === undefined) await deleteScan(tx, scan.id);
  else await putScan(tx, { ...again, dueAt: next });
  if (scan.kind === 'baseline' || scan.kind === 'existing') {
    heads.change(workflow.id, (head) =>
      head.state === 'starting' ? { ...head, state: 'on' } : head,
    );
  }
}

/** When the same look at everybody is taken again, if it ever is. */
function nextOf({ kind, dueAt }: WorkflowScan, { trigger, settings }: Workflow, now: Instant) {
  switch (kind) {
    case 'baseline':
    case 'existing':
      return undefined;
    case 'sweep':
      return now + SWEEP_EVERY;
    case 'schedule':
      return trigger.kind === 'schedule'
        ? afterNow(trigger, settings.zone, { dueAt, now })
        : undefined;
  }
}

/** Every day that was slept through is somebody's; of other schedules the last one is enough. */
function afterNow(
  { schedule }: Extract<Trigger, { readonly kind: 'schedule' }>,
  zone: Workflow['settings']['zone'],
  { dueAt, now }: { readonly dueAt: Instant; readonly now: Instant },
): Instant {
  const from = schedule.type === 'PROPERTY_BASED' ? dueAt : Math.max(dueAt, now);
  return nextScheduleAt(schedule, zone, from);
}
