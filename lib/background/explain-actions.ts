import type { Contact } from '@/lib/domain/contact/contact';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Action, EnrollAction } from '@/lib/domain/workflow/action';
import type { FilterEnv } from '@/lib/domain/workflow/holds';
import { holds } from '@/lib/domain/workflow/holds';
import type { ExplainedAction } from '@/lib/rpc/workflow-views';
import { actionChoices } from './action-choices';
import type { WorkerDeps } from './deps';
import { openPreparation, type Preparation } from './prepare-enrollment';
import { resolveKnown } from './resolve-contact';
import type { AskedBy, FactTx } from './shared-facts';
import { withProperty } from './with-property';

/** How the contact stands at one place of the walk. */
interface Stand {
  readonly contact: Contact;
  /** Is the contact in a sequence, and has an action put it there? */
  readonly sequence: 'none' | 'stored' | 'entered';
}

interface Walk {
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
  { settings, ids, env }: { env: FilterEnv; ids: WorkerDeps['ids']; settings: AskedBy['settings'] },
): Promise<readonly ExplainedAction[]> {
  const by = { origin: 'workflow', accepted: [], batch: { size: 1 } } as const;
  const preparation = await openPreparation(tx, { ...by, settings, ids, now: env.now });
  const { claim } = await resolveKnown(tx, contact);
  const start: Stand = { contact, sequence: claim === undefined ? 'none' : 'stored' };
  return (await walk({ preparation, env }, actions, start)).explained;
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
  const own = { actionId, kind, checks: [] };
  const does: ExplainedAction = { ...own, result: 'does' };
  switch (action.kind) {
    case 'delay':
    case 'createTask':
      return { explained: [does], stand };
    case 'unenroll': {
      const isIn = stand.sequence !== 'none';
      const explained: ExplainedAction[] = [isIn ? does : { ...own, result: 'skips' }];
      return { explained, stand: { ...stand, sequence: 'none' } };
    }
    case 'setProperty': {
      if (way.env.definitions.get(action.property)?.readOnly === true) {
        return { explained: [{ ...own, result: 'skips' }], stand };
      }
      return {
        explained: [does],
        stand: { ...stand, contact: withProperty(stand.contact, action.property, action.value) },
      };
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
  const prepared = await preparation.prepare(actionChoices(action, stand.contact));
  const { request, facts } = prepared;
  // The store still holds the contact in the sequence that an action before this one took it out of.
  const known = stand.sequence === 'none' ? { ...facts, held: undefined } : facts;
  const decision = decide(request, known, env.now);
  const enrolls = decision.kind === 'enroll';
  if (enrolls) preparation.enrolled(prepared, decision.plan);
  return {
    explained: [
      {
        actionId: action.id,
        kind: action.kind,
        result: enrolls ? 'does' : 'skips',
        checks: decision.checks,
      },
    ],
    stand: enrolls ? { ...stand, sequence: 'entered' } : stand,
  };
}
