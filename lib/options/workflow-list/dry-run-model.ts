import { type ReadonlySignal, signal } from '@preact/signals';
import type { DryRunView } from '@/components/options/workflow-list/dry-run-view';
import type { ContactId } from '@/lib/domain/ids';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Rpc } from '@/lib/rpc/client';

export interface DryRunModel {
  readonly view: ReadonlySignal<DryRunView>;
  /** Looks at every contact; an earlier one ends. Throws what asking throws. */
  readonly start: (draft: WorkflowDraft) => Promise<void>;
  /** After the part that is on its way; what was counted stays shown. */
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** As many contacts as are shown with what would happen to them. */
export const SAMPLE = 20;

const NOTHING: DryRunView = { state: 'idle', checked: 0, matched: 0, cold: 0, sample: [] };

/** What a workflow would do to all contacts, part by part. It changes nothing. */
export function createDryRun({ rpc }: { readonly rpc: Pick<Rpc, 'workflow.dryRun'> }): DryRunModel {
  const view = signal(NOTHING);
  /** Which run is the current one; a late answer of another is dropped. */
  let current = 0;

  const end = (state: DryRunView['state']) => {
    view.value = { ...view.peek(), state };
  };
  const look = async (draft: WorkflowDraft, run: number) => {
    let after: ContactId | undefined;
    do {
      const sample = SAMPLE - view.peek().sample.length;
      const part = await rpc['workflow.dryRun']({ draft, sample, ...(after && { after }) });
      if (run !== current) return;
      const before = view.peek();
      view.value = {
        state: 'running',
        checked: before.checked + part.checked,
        matched: before.matched + part.matched,
        cold: before.cold + part.cold,
        sample: [...before.sample, ...part.sample].slice(0, SAMPLE),
      };
      after = part.next;
    } while (after !== undefined);
    end('done');
  };

  return {
    view,
    start: async (draft) => {
      current += 1;
      const run = current;
      view.value = { ...NOTHING, state: 'running' };
      try {
        await look(draft, run);
      } catch (cause) {
        if (run !== current) return;
        end('failed');
        throw cause;
      }
    },
    cancel: () => {
      if (view.peek().state !== 'running') return;
      current += 1;
      end('canceled');
    },
    reset: () => {
      current += 1;
      view.value = NOTHING;
    },
  };
}
