const CONTROLS = 'input, select, textarea, button';

/** Takes the focus to the first control of what was just added under this key. */
export function focusWithin(area: HTMLElement | null, key: string): void {
  const added = [...(area?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
    (element) => element.dataset['key'] === key,
  );
  const controls = [...(added?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const field = controls.find((control) => !(control instanceof HTMLButtonElement));
  (field ?? controls[0])?.focus();
}
