import type { Instant } from '@/lib/time/instant';

/** An appointment in a rep's calendar, as far as noticing it needs. Its title is never read. */
export interface Meeting {
  readonly id: string;
  readonly canceled: boolean;
  /** Whose meeting it is; `undefined` when the calendar does not say. */
  readonly host?: string;
  readonly guests: readonly {
    readonly address: string;
    readonly answer: 'accepted' | 'declined' | 'tentative' | 'none';
  }[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
