import { computed, effect } from '@preact/signals';
import type { OverlayModel } from './model';
import type { Placer } from './placer';

interface PresenceDeps {
  readonly model: OverlayModel;
  readonly placer: Placer;
  readonly host: HTMLElement;
  readonly signal: AbortSignal;
}

/** Nothing to show, nothing in the page; a toast or a popover without a control still has a home. */
export function keepPresence({ model, placer, host, signal }: PresenceDeps): void {
  const isNeeded = computed(
    () =>
      model.people.value !== undefined ||
      model.panel.value.kind !== 'closed' ||
      model.toasts.shown.value.length > 0,
  );
  const dispose = effect(() => {
    if (!isNeeded.value) placer.remove();
    else if (!host.isConnected) placer.placeOverRows();
  });
  signal.addEventListener('abort', dispose, { once: true });
}
