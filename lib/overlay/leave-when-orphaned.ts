import { effect, signal } from '@preact/signals';
import { SECOND } from '@/lib/time/instant';
import type { Bulk } from './bulk';
import type { OverlayModel } from './model';

/** How long "Refresh this page" is said before the overlay goes. */
const FAREWELL_MS = 30 * SECOND;

/**
 * An updated extension and one that was switched off look the same from here. So it is said for a
 * while that a refresh helps, and then nothing is left behind. A popover with somebody's text in it
 * stays until they close it.
 */
export function leaveWhenOrphaned({
  model,
  bulk,
  life,
}: {
  readonly model: OverlayModel;
  readonly bulk: Bulk;
  readonly life: AbortController;
}): void {
  const isTimeUp = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dispose = effect(() => {
    if (!model.isOrphaned.value) return;
    timer ??= setTimeout(() => {
      isTimeUp.value = true;
    }, FAREWELL_MS);
    const isUseful = model.people.value !== undefined && !isTimeUp.value;
    const isOpen = model.panel.value.kind !== 'closed' || bulk.isOpen.value;
    if (!isUseful && !isOpen) life.abort();
  });
  life.signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      dispose();
    },
    { once: true },
  );
  if (life.signal.aborted) dispose();
}
