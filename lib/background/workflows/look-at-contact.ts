import type { Contact } from '@/lib/domain/contact/contact';
import type { Ids, WorkflowId } from '@/lib/domain/ids';
import { decideEntry, type EntryQuestion } from '@/lib/domain/workflow/enter';
import { type Membership, NO_MEMBERSHIP } from '@/lib/domain/workflow/membership';
import type { Slots } from '@/lib/domain/workflow/slots';
import { leaveRun } from '@/lib/domain/workflow/step-run';
import { insideRun } from '@/lib/store/workflow-runs';
import type { WorkflowMember } from '@/lib/store/workflow-schema';
import type { Instant } from '@/lib/time/instant';
import type { Asked, CompiledWorkflow } from './compiled-workflows';
import { beginRun } from './enter-workflow';
import { keepRun } from './keep-run';
import { noteSkipped } from './note-skipped';
import type { WorkflowHeads } from './workflow-heads';
import type { LookTx } from './workflow-stores';

/** One transaction in which contacts are looked at. */
export interface Pass {
  readonly tx: LookTx;
  readonly heads: WorkflowHeads;
  readonly ids: Ids;
  readonly now: Instant;
}

export interface Look {
  readonly contact: Contact;
  readonly slots: Slots;
  readonly cause: EntryQuestion['cause'];
  readonly changed: ReadonlySet<string>;
  /** Workflows whose actions led to it, nearest first. */
  readonly chain: readonly WorkflowId[];
  /** What held before it happened, where nobody has looked yet. */
  readonly was?: Asked | undefined;
}

/**
 * Looks at one contact for one workflow: in, out, or only remembered.
 *
 * @param memberships what workflows remember of the contact; what this one does is put into it
 */
export async function lookAtContact(
  pass: Pass,
  { workflow, ask, isSuppressed }: CompiledWorkflow,
  look: Look,
  memberships: Record<string, Membership>,
): Promise<void> {
  const { id } = workflow;
  const { contact, cause, changed, chain, was } = look;
  const before = { ...(memberships[id] ?? NO_MEMBERSHIP), ...was };
  // Whoever has never entered cannot be inside.
  const inside = before.times > 0 ? await insideRun(pass.tx, id, contact.id) : undefined;
  const { membership, enter, leave } = decideEntry({
    workflow,
    before,
    ...ask(look.slots, pass.now),
    changed,
    isInside: inside !== undefined,
    isSuppressed: isSuppressed(contact),
    cause,
  });
  if (inside !== undefined && leave !== undefined) {
    await keepRun(pass, leaveRun(inside, leave, pass.now));
  }
  const isLoop = enter && chain.includes(id);
  memberships[id] = isLoop ? { ...membership, times: before.times } : membership;
  if (isLoop) {
    await noteSkipped(pass, workflow, { contactId: contact.id, codes: [], reason: 'loop' });
  } else if (enter && cause !== 'baseline') {
    await beginRun(pass, workflow, { contactId: contact.id, cause, chain });
  }
}

/** Is there anything new to remember? */
export function isChanged(
  before: WorkflowMember['of'],
  after: Readonly<Record<string, Membership>>,
): boolean {
  return Object.entries(after).some(([id, { matches, rematches, times }]) => {
    const old = before[id] ?? NO_MEMBERSHIP;
    return (
      old.matches !== matches || old.times !== times || old.rematches.join() !== rematches.join()
    );
  });
}
