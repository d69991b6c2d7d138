import type { Finding } from '@/lib/domain/workflow/finding';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { lintWorkflow } from '@/lib/domain/workflow/lint';
import type { LintFacts } from '@/lib/domain/workflow/lint/lint-facts';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { aSender, sequenceId } from './builders';
import { aDraft } from './workflow-builders';

/** A world in which `aDraft` is fine: its sequence, its sender, and the properties `stage` and `size`. */
export function lintFacts(overrides: Partial<LintFacts> = {}): LintFacts {
  const definitions = new Map(definitionsFor(['stage', 'way']));
  definitions.set('size', { name: 'size', type: 'number' });
  definitions.set('birthday', { name: 'birthday', type: 'date' });
  definitions.set('vip', { name: 'vip', type: 'bool' });
  return {
    definitions,
    sequences: new Map([
      [sequenceId('sequence-1'), { name: 'Introduction', state: 'active', placeholders: [] }],
    ]),
    senders: [aSender()],
    others: [],
    knowsZone: () => true,
    ...overrides,
  };
}

/** What lint finds in a draft that is fine otherwise. */
export function lintOf(
  draft: Partial<WorkflowDraft>,
  facts: Partial<LintFacts> = {},
): readonly Finding[] {
  return lintWorkflow(aDraft(draft), lintFacts(facts));
}

/** The same in few words: `code place`. */
export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, place }) => `${code} ${place}`.trim());
}
