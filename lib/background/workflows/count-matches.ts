import * as v from 'valibot';
import { type Contact, contactSchema } from '@/lib/domain/contact/contact';
import { isColdLead } from '@/lib/domain/contact/is-cold-lead';
import type { ContactId } from '@/lib/domain/ids';
import { compileRules } from '@/lib/domain/workflow/compile-rules';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import { propertyValue } from '@/lib/domain/workflow/property-value';
import { isDue, nextScheduleAt } from '@/lib/domain/workflow/schedule';
import { suppressorOf } from '@/lib/domain/workflow/suppressor-of';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { ReadTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';

/** As many contacts as are looked at without a pause. */
export const DRY_RUN_PART = 500;

export interface MatchedPart {
  readonly checked: number;
  readonly matched: readonly Contact[];
  /** Imported leads among them who never answered. */
  readonly cold: number;
  /** Ask again with this, until there is none. */
  readonly next?: ContactId;
}

type Fits = (contact: Contact) => boolean;

/**
 * Whom a workflow is for as things are now: who fulfills its filters, at the next time where it goes
 * by a date, without those on its suppression list.
 */
export function fitsOf({ trigger, settings }: WorkflowDraft, now: Instant): Fits {
  const { zone } = settings;
  const rules = compileRules(
    [{ groups: trigger.groups, zone }],
    definitionsFor(propertiesOf(trigger.groups)),
  );
  const isSuppressed = suppressorOf(settings);
  const isTheDay = dayOf({ trigger, settings }, now);
  return (contact) =>
    rules.holds(0, rules.slotsOf(contact), now) && isTheDay(contact) && !isSuppressed(contact);
}

function dayOf(
  { trigger, settings }: Pick<WorkflowDraft, 'trigger' | 'settings'>,
  now: Instant,
): Fits {
  if (trigger.kind !== 'schedule' || trigger.schedule.type !== 'PROPERTY_BASED') return () => true;
  const { schedule } = trigger;
  const { zone } = settings;
  const { date } = wallClockOf(nextScheduleAt(schedule, zone, now), zone);
  return (contact) =>
    isDue(schedule, propertyValue(contact, schedule.dateProperty), { date, zone });
}

/** Looks at the next few contacts, in the order of their ids. */
export async function matchPart(
  tx: ReadTx<'contacts'>,
  fits: Fits,
  about: {
    readonly after: ContactId | undefined;
    readonly coldLeadDays: number;
    readonly now: Instant;
  },
): Promise<MatchedPart> {
  const { after, coldLeadDays, now } = about;
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  const rows = await tx.objectStore('contacts').getAll(range, DRY_RUN_PART);
  // One that cannot be read matches nothing, and must not keep the others from being counted.
  const contacts = rows.flatMap((row) => {
    const parsed = v.safeParse(contactSchema, row);
    return parsed.success ? [parsed.output] : [];
  });
  const matched = contacts.filter(fits);
  const last = rows.at(-1);
  return {
    checked: rows.length,
    matched,
    cold: matched.filter((contact) => isColdLead(contact, { days: coldLeadDays, now })).length,
    ...(last !== undefined && rows.length === DRY_RUN_PART && { next: last.id }),
  };
}
