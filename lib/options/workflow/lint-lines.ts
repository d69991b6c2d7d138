import type { LintLine } from '@/components/options/workflow/lint-panel';
import type { Mark } from '@/components/options/workflow/mark';
import type { WorkflowProblem } from '@/components/options/workflow/workflow-problem';
import type { Finding } from '@/lib/domain/workflow/finding';
import { findingSentence } from '@/lib/i18n/finding-sentence';
import { t } from '@/lib/i18n/t';

/** Everything there is to look at, one line each: what is missing, then what lint found. */
export function lintLines(
  problems: readonly WorkflowProblem[],
  findings: readonly Finding[],
): readonly LintLine[] {
  return [
    ...problems.map(({ place, code }) => ({
      kind: 'missing' as const,
      place,
      text: t(`workflow.problem.${code}`),
    })),
    ...findings.map((finding) => ({
      kind: kindOf(finding),
      place: finding.place,
      text: findingSentence(finding),
    })),
  ];
}

function kindOf({ severity, stops }: Finding): LintLine['kind'] {
  if (severity === 'warn') return 'warnings';
  return stops === 'save' ? 'errorSave' : 'errorSwitch';
}

/** The same, to be shown at their places; what is missing only once saving was tried. */
export function marksOf(lines: readonly LintLine[], attempted: boolean): readonly Mark[] {
  return lines
    .filter(({ kind }) => kind !== 'missing' || attempted)
    .map(({ kind, place, text }) => ({
      place,
      tone: kind === 'warnings' ? ('warn' as const) : ('bad' as const),
      text,
    }));
}
