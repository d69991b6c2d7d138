import type { ReadonlySignal } from '@preact/signals';
import type { Instant } from '@/lib/time/instant';
import type { PopoverAnchor } from './anchor-popover';
import type { Bulk } from './bulk';
import type { ClickGuard } from './click-guard';
import type { OverlayModel } from './model';

/** What the view draws from and hands back to. */
export interface ViewDeps {
  readonly model: OverlayModel;
  readonly bulk: Bulk;
  readonly now: ReadonlySignal<Instant>;
  readonly placement: ReadonlySignal<number>;
  readonly anchor: PopoverAnchor;
  readonly guard: ClickGuard;
  readonly life: AbortController;
  readonly refreshPage: () => void;
}
