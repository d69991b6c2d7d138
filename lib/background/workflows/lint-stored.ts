import type { WorkflowId } from '@/lib/domain/ids';
import type { Finding } from '@/lib/domain/workflow/finding';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { lintWorkflow } from '@/lib/domain/workflow/lint';
import type { LintFacts } from '@/lib/domain/workflow/lint/lint-facts';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { ReadTx } from '@/lib/store/transaction';
import { readWorkflowFacts, type WORKFLOW_FACT_STORES } from '@/lib/store/workflow-facts';
import { isKnownZone } from '@/lib/time/known-zone';

type Lint = (draft: WorkflowDraft) => readonly Finding[];

/**
 * Lint with what the store holds at this moment.
 *
 * @param about.self the workflow itself, which does not fight with itself
 * @param about.properties a company's own properties that exist
 */
export async function lintStored(
  tx: ReadTx<(typeof WORKFLOW_FACT_STORES)[number]>,
  about: Pick<LintFacts, 'estimate' | 'existing'> & {
    readonly self: WorkflowId | undefined;
    readonly properties: ReadonlySet<string>;
  },
): Promise<Lint> {
  const { self, properties, estimate, existing } = about;
  const { sequences, senders, others } = await readWorkflowFacts(tx);
  const facts: LintFacts = {
    definitions: definitionsFor(properties),
    sequences,
    senders,
    others: others.filter(({ id }) => id !== self),
    knowsZone: isKnownZone,
    estimate,
    existing,
  };
  return (draft) => lintWorkflow(draft, facts);
}
