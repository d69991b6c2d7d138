import type { Finding, FindingCode } from '@/lib/domain/workflow/finding';
import type { LintSubject } from './lint-subject';

/** What a rule objects to, before it is known how much that weighs. */
export interface Objection {
  readonly place: string;
  readonly params?: Finding['params'];
}

/** One thing that may be wrong with a workflow. */
export interface LintRule<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly severity: Finding['severity'];
  readonly stops: Finding['stops'];
  readonly find: (subject: LintSubject) => readonly Objection[];
}
