import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '@/lib/domain/workflow/finding';
import { lintWorkflow } from '@/lib/domain/workflow/lint';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { parseZone } from '@/lib/time/zone';
import type { ChoicesModel } from './choices-model';
import type { WorkflowFormState } from './workflow-form-state';

/** How many contacts a dry run found. */
export interface Estimate {
  readonly matched: number;
  readonly cold: number;
}

/**
 * What lint says of what is typed, at once and in the page. What the worker answered stands beside it
 * until something is changed.
 */
export function createLint(of: {
  readonly draft: ReadonlySignal<WorkflowDraft | undefined>;
  readonly form: ReadonlySignal<WorkflowFormState | undefined>;
  readonly facts: ChoicesModel['facts'];
}) {
  const answer = signal<readonly Finding[]>([]);
  const estimate = signal<{ readonly of: WorkflowDraft; readonly counts: Estimate }>();

  const own = computed((): readonly Finding[] => {
    const draft = of.draft.value;
    const facts = of.facts.value;
    if (draft === undefined || facts === undefined) return [];
    const id = of.form.value?.id;
    const counted = estimate.value;
    return lintWorkflow(draft, {
      ...facts,
      others: facts.others.filter((other) => other.id !== id),
      knowsZone: (name) => parseZone(name) !== undefined,
      ...(counted?.of === draft && { estimate: counted.counts }),
    });
  });

  return {
    findings: computed(() => {
      const all = [...own.value, ...answer.value];
      return [...new Map(all.map((one) => [`${one.code} ${one.place}`, one])).values()];
    }),
    answered: (findings: readonly Finding[]) => {
      answer.value = findings;
    },
    forgetAnswer: () => {
      answer.value = [];
    },
    estimated: (draft: WorkflowDraft, counts: Estimate) => {
      estimate.value = { of: draft, counts };
    },
  };
}
