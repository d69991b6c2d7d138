import { openPreparation, type Preparation } from '@/lib/background/enrolling/prepare-enrollment';
import { resolveKnown } from '@/lib/background/enrolling/resolve-contact';
import type { AskedBy, FactTx } from '@/lib/background/enrolling/shared-facts';
import type { Contact } from '@/lib/domain/contact/contact';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollmentId, Ids } from '@/lib/domain/ids';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Action, EnrollAction } from '@/lib/domain/workflow/action';
import { type FilterEnv, holds } from '@/lib/domain/workflow/holds';
import type { ExplainedAction } from '@/lib/rpc/workflow-views';
import { getEnrollment } from '@/lib/store/enrollments';
import { getSequence } from '@/lib/store/sequences';
import { actionChoices } from './action-choices';
import { withProperty } from './with-property';

/** How the contact stands at one place of the walk. */
interface Stand {
  readonly contact: Contact;
  readonly sequence: Membership;
  /** Sequences that actions took the contact out of. */
  readonly ended: Facts['ended'];
}

/** The sequence that the contact is in: none, as the store has it, or where an action put it. */
type Membership =
  | { readonly kind: 'none' }
  | { readonly kind: 'stored'; readonly enrollmentId: EnrollmentId }
  | { readonly kind: 'entered'; readonly sequence: Sequence; readonly owner: string };

interface Walk {
  readonly tx: FactTx;
  readonly preparation: Preparation;
  readonly env: FilterEnv;
}

/**
 * What each action would do for a contact if all of them came now, one after the other, each knowing
 * what those before it did. Only those on the contact's own way through the branches; nothing is
 * written.
 */
export async function explainActions(
  tx: FactTx,
  contact: Contact,
  actions: readonly Action[],
  { settings, ids, env }: { env: FilterEnv; ids: Ids; settings: AskedBy['settings'] },
): Promise<readonly ExplainedAction[]> {
  const by = { origin: 'workflow', accepted: [], batch: { size: 1 } } as const;
  const preparation = await openPreparation(tx, { ...by, settings, ids, now: env.now });
  const { claim } = await resolveKnown(tx, contact);
  const sequence: Membership =
    claim === undefined ? { kind: 'none' } : { kind: 'stored', enrollmentId: claim.enrollmentId };
  const start: Stand = { contact, sequence, ended: [] };
  return (await walk({ tx, preparation, env }, actions, start)).explained;
}

interface Walked {
  readonly explained: readonly ExplainedAction[];
  readonly stand: Stand;
}

async function walk(way: Walk, actions: readonly Action[], start: Stand): Promise<Walked> {
  const explained: ExplainedAction[] = [];
  let stand = start;
  for (const action of actions) {
    const step = await explain(way, action, stand);
    explained.push(...step.explained);
    stand = step.stand;
  }
  return { explained, stand };
}

async function explain(way: Walk, action: Action, stand: Stand): Promise<Walked> {
  const { id: actionId, kind } = action;
  const does: ExplainedAction = { actionId, kind, checks: [], result: 'does' };
  const skips = { explained: [{ ...does, result: 'skips' } as const], stand };
  switch (action.kind) {
    case 'delay':
    case 'createTask':
      return { explained: [does], stand };
    case 'unenroll':
      if (stand.sequence.kind === 'none') return skips;
      return { explained: [does], stand: await leaving(way, stand) };
    case 'setProperty': {
      if (way.env.definitions.get(action.property)?.readOnly === true) return skips;
      const contact = withProperty(stand.contact, action.property, action.value);
      return { explained: [does], stand: { ...stand, contact } };
    }
    case 'branch': {
      const taken = action.branches.find(({ groups }) => holds(groups, stand.contact, way.env));
      const inside = await walk(way, taken?.actions ?? action.otherwise, stand);
      const own = taken === undefined ? does : { ...does, branch: taken.name };
      return { explained: [own, ...inside.explained], stand: inside.stand };
    }
    case 'enroll':
      return explainEnroll(way, action, stand);
  }
}

async function explainEnroll(
  { preparation, env }: Walk,
  action: EnrollAction,
  stand: Stand,
): Promise<Walked> {
  const { request, facts } = await preparation.prepare(actionChoices(action, stand.contact));
  const held = heldBy(stand.sequence, facts);
  const ended = [...stand.ended, ...facts.ended];
  const decision = decide(request, { ...facts, held, ended }, env.now);
  const own = { actionId: action.id, kind: action.kind, checks: decision.checks };
  if (decision.kind === 'refuse') return { explained: [{ ...own, result: 'skips' }], stand };
  const { sequence, sender } = decision.plan;
  const entered: Membership = { kind: 'entered', sequence, owner: sender.address };
  return { explained: [{ ...own, result: 'does' }], stand: { ...stand, sequence: entered } };
}

/** The store does not know what the actions before this one would have done. */
function heldBy(sequence: Membership, facts: Facts): Facts['held'] {
  switch (sequence.kind) {
    case 'none':
      return undefined;
    case 'stored':
      return facts.held;
    case 'entered': {
      const { name, steps } = sequence.sequence;
      return { sequenceName: name, step: 1, steps: steps.length, owner: sequence.owner };
    }
  }
}

/** Out of a sequence: whoever was in it lately is not enrolled again at once. */
async function leaving({ tx, env }: Walk, stand: Stand): Promise<Stand> {
  const left = await sequenceOf(tx, stand.sequence);
  const ended = left === undefined ? [] : [{ ...left, at: env.now }];
  return { ...stand, sequence: { kind: 'none' }, ended: [...ended, ...stand.ended] };
}

async function sequenceOf(tx: FactTx, sequence: Membership) {
  if (sequence.kind === 'none') return undefined;
  if (sequence.kind === 'entered') {
    return { sequenceId: sequence.sequence.id, sequenceName: sequence.sequence.name };
  }
  const enrollment = await getEnrollment(tx, sequence.enrollmentId);
  if (enrollment === undefined) return undefined;
  const { sequenceId, sequenceVersion } = enrollment;
  const version = await getSequence(tx, sequenceId, sequenceVersion);
  return { sequenceId, sequenceName: version?.name ?? '' };
}
