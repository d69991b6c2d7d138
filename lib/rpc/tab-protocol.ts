import type { Person } from '@/lib/domain/contact/person';

/** What the worker and the popup ask of the overlay in a tab. Tags keep other extensions' mail out. */
export type TabMessage =
  /** Something stored has changed: ask again for what is on screen. */
  | { readonly to: 'overlay'; readonly kind: 'changed' }
  /** Who is on this page? Answered with {@link PageReport}. */
  | { readonly to: 'overlay'; readonly kind: 'report' }
  /** Open the Enroll popover for the person on this page. */
  | { readonly to: 'overlay'; readonly kind: 'open' };

export interface PageReport {
  readonly site: string;
  readonly people: readonly Person[];
}
