import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import type { PropertyDefinitions } from '@/lib/domain/workflow/property-definition';
import type { WorkflowFacts } from '@/lib/store/workflow-facts';

export interface ChoicesDeps {
  /** What a workflow may name: sequences, senders, and the other workflows that are on. */
  readonly readWorkflowFacts: () => Promise<WorkflowFacts>;
  /** Names of properties that our contacts have. */
  readonly readPropertyNames: () => Promise<readonly string[]>;
}

export interface ChoicesModel {
  readonly facts: ReadonlySignal<
    (WorkflowFacts & { readonly definitions: PropertyDefinitions }) | undefined
  >;
  /** Reads everything anew. */
  readonly open: () => Promise<void>;
  /** Reads what is quickly read: contacts are many. */
  readonly refresh: () => Promise<void>;
}

/** What there is to choose from in a workflow. */
export function createChoicesModel(deps: ChoicesDeps): ChoicesModel {
  const names = signal<readonly string[]>([]);
  const read = signal<WorkflowFacts>();
  const refresh = async () => {
    read.value = await deps.readWorkflowFacts();
  };
  const definitions = computed(() => definitionsFor(names.value));
  return {
    facts: computed(() => read.value && { ...read.value, definitions: definitions.value }),
    refresh: () => refresh().catch(() => undefined),
    open: async () => {
      const found = deps.readPropertyNames();
      await refresh();
      names.value = await found;
    },
  };
}
