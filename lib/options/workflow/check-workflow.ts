import * as v from 'valibot';
import type { TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import type { WorkflowProblem } from '@/components/options/workflow/workflow-problem';
import { type WorkflowDraft, workflowDraftSchema } from '@/lib/domain/workflow/workflow';
import { linesOf } from '@/lib/options/lines-of';
import { parseZone, type Zone } from '@/lib/time/zone';
import { problemAt } from './problem-at';
import { rawActions } from './raw-action';
import { rawGroups } from './raw-operation';
import { rawTrigger } from './raw-trigger';

export type CheckedWorkflow =
  | { readonly kind: 'ok'; readonly draft: WorkflowDraft }
  | { readonly kind: 'invalid'; readonly problems: readonly WorkflowProblem[] };

/**
 * What is typed, ready to be saved, or everything that is missing or cannot be read. Only the form of
 * things is looked at here; what they mean is for lint to judge.
 */
export function checkWorkflow(typed: TypedWorkflow): CheckedWorkflow {
  const parsed = v.safeParse(workflowDraftSchema, rawDraft(typed));
  if (parsed.success) return { kind: 'ok', draft: parsed.output };
  const problems = parsed.issues.map((issue) => problemAt(v.getDotPath(issue) ?? ''));
  const unique = new Map(problems.map((problem) => [problem.place, problem]));
  return { kind: 'invalid', problems: [...unique.values()].filter(isNext(unique)) };
}

/** Before a property is chosen, nobody is asked what it is compared with. */
function isNext(all: ReadonlyMap<string, WorkflowProblem>) {
  return ({ place }: WorkflowProblem) => {
    const of = /^(.*)\.operation\./.exec(place)?.[1];
    return of === undefined || !all.has(`${of}.property`);
  };
}

function rawDraft({ name, trigger, actions, settings, boundTo }: TypedWorkflow): object {
  const zone: Zone | undefined = parseZone(settings.zone);
  return {
    name,
    trigger: rawTrigger(trigger, zone),
    actions: rawActions(actions, zone),
    settings: {
      zone: settings.zone,
      reenroll: settings.reenrolls
        ? { kind: 'on', triggers: rawGroups(settings.triggers, zone) }
        : { kind: 'off' },
      unenrollWhenNotMatching: settings.unenrollWhenNotMatching,
      suppressed: suppressedOf(settings.suppressed),
      pauseDates: settings.pauseDates.map(({ from, to }) => ({ from, to: to === '' ? from : to })),
    },
    ...(boundTo !== undefined && { boundTo }),
  };
}

function suppressedOf(text: string): readonly string[] {
  const { lines, tooLong } = linesOf(text);
  return [...lines, ...tooLong];
}
