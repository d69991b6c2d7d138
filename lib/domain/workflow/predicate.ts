import type { Instant } from '@/lib/time/instant';
import type { Slots } from './slots';

/** One compiled filter. */
export type Predicate = (slots: Slots, now: Instant) => boolean;
