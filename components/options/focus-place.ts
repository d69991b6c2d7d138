import type { DraftProblem } from './sequence-draft';

/** Takes the focus to where a problem is, and selects the characters that it is about. */
export function focusPlace(
  root: HTMLElement,
  { place, range }: Pick<DraftProblem, 'place' | 'range'>,
): void {
  const areas = [root, ...root.querySelectorAll<HTMLElement>('[data-place]')];
  const area = areas.find((element) => element.dataset['place'] === place);
  const control = area?.querySelector<HTMLElement>('input, textarea, select');
  control?.focus();
  const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
  if (isText && range) control.setSelectionRange(range.start, range.end);
}
