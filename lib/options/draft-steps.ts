import type { StepDraft } from '@/components/options/sequence-draft';

type Steps = readonly StepDraft[];

/** The steps with one of them changed. */
export function changeStep(steps: Steps, key: string, change: Partial<StepDraft>): Steps {
  return steps.map((step) => (step.key === key ? { ...step, ...change } : step));
}

/** The steps with one of them a place further up (`-1`) or down (`1`), as far as there is one. */
export function moveStep(steps: Steps, key: string, by: -1 | 1): Steps {
  const from = steps.findIndex((step) => step.key === key);
  const moved = steps[from];
  const other = steps[from + by];
  if (moved === undefined || other === undefined) return steps;
  return steps.map((step) => (step === moved ? other : step === other ? moved : step));
}

/** Saved steps get the ids that they were stored under, so that saving again changes the same ones. */
export function withStoredIds(
  steps: Steps,
  saved: readonly string[],
  stored: readonly { readonly id: string }[],
): Steps {
  const ids = new Map(saved.map((key, index) => [key, stored[index]?.id]));
  return steps.map((step) => {
    const id = ids.get(step.key);
    return id === undefined ? step : { ...step, id };
  });
}
