import type { Finding } from '@/lib/domain/workflow/finding';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { lintWorkflow } from '@/lib/domain/workflow/lint';
import type { PropertyDefinitions } from '@/lib/domain/workflow/property-definition';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { ChoicesDeps } from '@/lib/options/workflow/choices-model';
import type { WorkflowFacts } from '@/lib/store/workflow-facts';
import { parseZone } from '@/lib/time/zone';

/** What lint knows of everything else. */
export type LintWorld = WorkflowFacts & { readonly definitions: PropertyDefinitions };

export async function readLintWorld(deps: ChoicesDeps): Promise<LintWorld> {
  const [facts, names] = await Promise.all([deps.readWorkflowFacts(), deps.readPropertyNames()]);
  return { ...facts, definitions: definitionsFor(names) };
}

/** What stands against a stored workflow, or should make a person think twice. */
export function lintStored(
  workflow: Workflow,
  world: LintWorld,
  options: {
    readonly existing: boolean;
    readonly estimate?: { readonly matched: number; readonly cold: number };
  },
): readonly Finding[] {
  return lintWorkflow(workflow, {
    ...world,
    ...options,
    others: world.others.filter(({ id }) => id !== workflow.id),
    knowsZone: (name) => parseZone(name) !== undefined,
  });
}
