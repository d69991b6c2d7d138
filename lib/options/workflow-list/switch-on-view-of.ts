import type { DryRunView } from '@/components/options/workflow-list/dry-run-view';
import type { SwitchOnView, Warning } from '@/components/options/workflow-list/switch-on-view';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Finding, FindingCode } from '@/lib/domain/workflow/finding';
import type { StoredWorkflow } from '@/lib/options/workflow/workflow-form-state';
import { actionLabels } from './action-labels';
import { type LintWorld, lintStored } from './lint-stored';

/** What the rep has said so far, and what the worker said to it. */
export interface Answers {
  readonly existing: boolean;
  readonly reasons: Readonly<Partial<Record<FindingCode, string>>>;
  readonly attempted: boolean;
  readonly switching: boolean;
  /** What the worker found when it refused. */
  readonly refused: readonly Finding[];
  readonly changed: boolean;
}

/** What is shown of a workflow that is about to be switched on. */
export function switchOnViewOf(of: {
  readonly id: WorkflowId;
  readonly status: SwitchOnView['status'];
  readonly stored: StoredWorkflow | undefined;
  readonly world: LintWorld | undefined;
  readonly run: DryRunView;
  readonly answers: Answers;
}): SwitchOnView {
  const { stored, answers } = of;
  const findings = findingsOf(of);
  const { existing, attempted, switching, changed } = answers;
  return {
    id: of.id,
    name: stored?.workflow.name ?? '',
    status: of.status,
    run: of.run,
    labels: stored ? actionLabels(stored.workflow.actions, of.world?.sequences) : new Map(),
    asksForExisting: stored?.workflow.trigger.kind === 'criteria',
    existing,
    errors: findings.filter(({ severity }) => severity === 'error'),
    warnings: warningsOf(findings, answers.reasons),
    attempted,
    switching,
    refused: answers.refused.length > 0,
    changed,
  };
}

/** One reason per kind of warning, however often it stands there. */
function warningsOf(findings: readonly Finding[], reasons: Answers['reasons']): readonly Warning[] {
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    findings: warnings.filter((finding) => finding.code === code),
    reason: reasons[code] ?? '',
  }));
}

/** What lint finds here, and what only the worker found. */
function findingsOf({
  stored,
  world,
  run,
  answers,
}: Pick<Parameters<typeof switchOnViewOf>[0], 'stored' | 'world' | 'run' | 'answers'>) {
  if (stored === undefined || world === undefined) return [];
  const { existing, refused } = answers;
  const { matched, cold } = run;
  const own = lintStored(stored.workflow, world, {
    existing,
    ...(run.state === 'done' && { estimate: { matched, cold } }),
  });
  const all = [...own, ...refused];
  return [...new Map(all.map((one) => [`${one.code} ${one.place}`, one])).values()];
}
