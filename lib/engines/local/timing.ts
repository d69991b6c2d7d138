import { DAY, MINUTE, SECOND } from '@/lib/time/instant';

/**
 * How long a draft may still be visible after it was sent, or a request may still be on its way
 * after its worker died. Asking earlier could find a draft that is gone a moment later and send it
 * twice; so nobody asks earlier. Measured protocol: `shared/reference/perf-reliability.md` 4.3.
 */
export const VISIBILITY_LAG = 30 * SECOND;

/** When the provider has not shown a handed-over email for this long, its fate is unknown. */
export const GIVE_UP_LOOKING = 30 * MINUTE;

/** A sender that has to be connected again is looked at this often; connecting wakes its rows at once. */
export const RECONNECT_PAUSE = 10 * MINUTE;

/** Mail that was read longer ago does not count as read before sending: the lid may have been closed. */
export const FRESH_MAIL = 10 * SECOND;

/** Between writing down that a draft is handed over and doing it; longer, and all is asked again. */
export const FRESH_HAND_OVER = 10 * SECOND;

/** A rep who was asked to send an email by hand is asked again after this long. */
export const ASK_AGAIN = DAY;
