import type { WorkerDeps } from '@/lib/background/deps';
import { FACT_STORES } from '@/lib/background/enrolling/shared-facts';
import type { Contact } from '@/lib/domain/contact/contact';
import { displayName } from '@/lib/domain/contact/contact-name';
import type { WorkflowId } from '@/lib/domain/ids';
import { explainFilters } from '@/lib/domain/workflow/explain-filters';
import { holds } from '@/lib/domain/workflow/holds';
import { isSuppressedBy } from '@/lib/domain/workflow/is-suppressed';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { type Membership, NO_MEMBERSHIP } from '@/lib/domain/workflow/membership';
import type { WorkflowRun } from '@/lib/domain/workflow/run';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Parsed } from '@/lib/rpc/protocol';
import type { WorkflowExplanation } from '@/lib/rpc/workflow-views';
import { getContact } from '@/lib/store/contacts';
import type { ReadTx } from '@/lib/store/transaction';
import { membershipsOf } from '@/lib/store/workflow-members';
import { insideRun } from '@/lib/store/workflow-runs';
import { getWorkflowHead } from '@/lib/store/workflows';
import { explainActions } from './explain-actions';
import { propertiesNamedBy } from './properties-named-by';

const MEMORY_STORES = ['workflows', 'workflowMembers', 'workflowRuns'] as const;

/**
 * Why a contact would enter a workflow or would not: every filter with the value it read, what the
 * workflow remembers, and what every action would do. Read in one transaction that cannot write.
 *
 * @returns `undefined` when there is no such contact
 */
export async function explainWorkflow(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'settings'>,
  { draft, id, contactId }: Parsed<'workflow.explain'>,
): Promise<WorkflowExplanation | undefined> {
  const settings = await deps.settings();
  const now = deps.clock.now();
  const tx = (await deps.connection.get()).transaction([...FACT_STORES, ...MEMORY_STORES]);
  const contact = await getContact(tx, contactId);
  if (contact === undefined) return undefined;
  const { zone, reenroll } = draft.settings;
  const env = { definitions: definitionsFor(propertiesNamedBy(draft)), zone, now };
  const memory = await rememberedOf(tx, contact, id);
  const barred = barredBy(draft, contact, memory);
  const again = reenroll.kind === 'on' ? reenroll.triggers : [];
  const { run, before } = memory;
  return {
    name: displayName(contact),
    ...(contact.emails[0] && { address: contact.emails[0] }),
    groups: explainFilters(draft.trigger.groups, contact, env),
    matches: holds(draft.trigger.groups, contact, env),
    reenroll: explainFilters(again, contact, env),
    ...(barred && { barred }),
    ...(run && { inside: { runId: run.id, ...(run.dueAt !== undefined && { dueAt: run.dueAt }) } }),
    times: before.times,
    actions: await explainActions(tx, contact, draft.actions, { settings, ids: deps.ids, env }),
  };
}

interface Memory {
  readonly before: Membership;
  readonly run: WorkflowRun | undefined;
  /** Is it on, so that what it remembers is what it goes by? */
  readonly isOn: boolean;
}

async function rememberedOf(
  tx: ReadTx<(typeof MEMORY_STORES)[number]>,
  contact: Contact,
  id: WorkflowId | undefined,
): Promise<Memory> {
  if (id === undefined) return { before: NO_MEMBERSHIP, run: undefined, isOn: false };
  const head = await getWorkflowHead(tx, id);
  const of = await membershipsOf(tx, contact.id);
  return {
    before: (Object.hasOwn(of, id) ? of[id] : undefined) ?? NO_MEMBERSHIP,
    run: await insideRun(tx, id, contact.id),
    isOn: head?.state === 'on' || head?.state === 'held',
  };
}

function barredBy(
  { trigger, settings }: WorkflowDraft,
  contact: Contact,
  { before, run, isOn }: Memory,
): WorkflowExplanation['barred'] {
  if (isSuppressedBy(settings, contact)) return 'suppressed';
  if (run !== undefined) return 'inside';
  if (settings.reenroll.kind === 'on') return undefined;
  const { schedule } = trigger.kind === 'schedule' ? trigger : {};
  const comesBack = schedule?.type === 'PROPERTY_BASED' && schedule.yearly;
  if (before.times > 0) return comesBack ? undefined : 'onceOnly';
  return isOn && trigger.kind === 'criteria' && before.matches ? 'notListed' : undefined;
}
