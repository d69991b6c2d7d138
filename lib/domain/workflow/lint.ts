import type { Finding } from './finding';
import type { LintFacts } from './lint/lint-facts';
import { lintSubject } from './lint/lint-subject';
import { LINT_RULES } from './lint/table';
import type { WorkflowDraft } from './workflow';

/**
 * Everything that stands against a workflow, or should make a person think twice. Errors first, then
 * in the order of the table.
 *
 * @param facts what the world looks like now; without an estimate nothing is said about numbers
 * @example lintWorkflow(draft, facts).some(({ stops }) => stops === 'save') // may it be kept at all?
 */
export function lintWorkflow(draft: WorkflowDraft, facts: LintFacts): readonly Finding[] {
  const subject = lintSubject(draft, facts);
  const findings = LINT_RULES.flatMap(({ code, severity, stops, find }) =>
    find(subject).map(({ place, params = {} }) => ({ code, severity, stops, place, params })),
  );
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...errors, ...findings.filter(({ severity }) => severity === 'warn')];
}
