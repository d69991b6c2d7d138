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

/** As many texts as an email may have, its own included. */
export const MOST_TEXTS = 5;

/** The steps with another text for one of them. It begins as the last one, to be changed in one thing. */
export function addVariant(steps: Steps, key: string, variant: string): Steps {
  return steps.map((step) => {
    const { subject, body, variants } = step;
    if (step.key !== key || variants.length + 1 >= MOST_TEXTS) return step;
    const { subject: last, body: text } = variants.at(-1) ?? { subject, body };
    const shares = evenShares(variants.length + 2);
    const texts = [...variants, { key: variant, subject: last, body: text, share: '' }];
    return { ...step, variants: texts.map((one) => ({ ...one, share: shares })) };
  });
}

/** The same for all, what does not come out even is the first one's. */
function evenShares(texts: number): string {
  return String(Math.floor(100 / texts));
}
