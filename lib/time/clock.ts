import type { Instant } from './instant';

/** Where the shell reads the time from. The pure core takes `now` as an argument instead. */
export interface Clock {
  /** The current instant. */
  readonly now: () => Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
