/**
 * Takes the focus to where something stands: to the field itself, or, where that is not drawn, to
 * what it is a part of.
 *
 * @param place as findings name it, for example `actions.1.sender.from`
 */
export function focusWorkflowPlace(root: HTMLElement, place: string): void {
  const areas = [...root.querySelectorAll<HTMLElement>('[data-place]')];
  const parts = place.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join('.');
    const area = areas.find((element) => element.dataset['place'] === wanted);
    const controls = [...(area?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])];
    const control = controls[0] ?? area?.querySelector<HTMLElement>('button');
    if (control) {
      control.focus({ preventScroll: true });
      control.scrollIntoView({ block: 'center' });
      return;
    }
  }
}
