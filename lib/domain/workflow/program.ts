import type { ActionId } from '@/lib/domain/ids';
import type { Action } from './action';

/** Anything that has actions: a workflow, a draft. */
interface Program {
  readonly actions: readonly Action[];
}

/** What a contact meets first. */
export function firstAction({ actions }: Program): Action | undefined {
  return actions[0];
}

/** The action with this id, however deep in branches it is. */
export function actionOf({ actions }: Program, id: ActionId): Action | undefined {
  return pathTo(actions, id)?.action;
}

/**
 * What comes after an action: the next one beside it, else what comes after the branch it is in.
 *
 * @param branch which of a branch action's ways is taken; without it, what follows all of them
 * @example actionAfter(workflow, forkId, 'otherwise') // its first action there, or what follows
 */
export function actionAfter(
  { actions }: Program,
  id: ActionId,
  branch?: number | 'otherwise',
): Action | undefined {
  const path = pathTo(actions, id);
  if (path === undefined) return undefined;
  return firstOf(path.action, branch) ?? path.after;
}

/** Every action, branches included, in the order in which a person reads them. */
export function allActions(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action) => [action, ...waysOf(action).flatMap(allActions)]);
}

interface Path {
  readonly action: Action;
  /** What follows once it is done, wherever that is. */
  readonly after: Action | undefined;
}

function pathTo(actions: readonly Action[], id: ActionId, outside?: Action): Path | undefined {
  for (const [index, action] of actions.entries()) {
    const after = actions[index + 1] ?? outside;
    if (action.id === id) return { action, after };
    for (const way of waysOf(action)) {
      const found = pathTo(way, id, after);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function firstOf(action: Action, branch: number | 'otherwise' | undefined): Action | undefined {
  if (action.kind !== 'branch' || branch === undefined) return undefined;
  return branch === 'otherwise' ? action.otherwise[0] : action.branches[branch]?.actions[0];
}

/** The lists of actions inside an action. */
function waysOf(action: Action): readonly (readonly Action[])[] {
  if (action.kind !== 'branch') return [];
  return [...action.branches.map((branch) => branch.actions), action.otherwise];
}
