import type { ReadonlySignal } from '@preact/signals';
import type { Instant } from '@/lib/time/instant';
import type { PopoverAnchor } from './anchor-popover';
import type { ClickGuard } from './click-guard';
import type { OverlayModel } from './model';

/** What the view draws from and hands back to. */
export interface ViewDeps {
  readonly model: OverlayModel;
  readonly isControlShown: ReadonlySignal<boolean>;
  readonly now: ReadonlySignal<Instant>;
  readonly placement: ReadonlySignal<number>;
  readonly anchor: PopoverAnchor;
  readonly guard: ClickGuard;
  readonly life: AbortController;
  readonly refreshPage: () => void;
}
