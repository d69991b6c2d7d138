import type { TypedAction } from '@/components/options/workflow/typed-action';
import { allActions } from '@/lib/domain/workflow/program';
import type { WorkflowFacts } from '@/lib/store/workflow-facts';

/** Names of the properties that this workflow or another one sets, each once, by name. */
export function propertiesSet(
  typed: readonly TypedAction[],
  others: WorkflowFacts['others'],
): readonly string[] {
  const names = [
    ...typedNames(typed),
    ...others
      .flatMap(({ draft }) => allActions(draft.actions))
      .flatMap((action) => (action.kind === 'setProperty' ? [action.property] : [])),
  ];
  return [...new Set(names)].filter((name) => name !== '').sort();
}

function typedNames(actions: readonly TypedAction[]): readonly string[] {
  return actions.flatMap((action) => {
    if (action.kind === 'setProperty') return [action.property];
    if (action.kind !== 'branch') return [];
    const within = [...action.branches.map((branch) => branch.actions), action.otherwise];
    return within.flatMap(typedNames);
  });
}
