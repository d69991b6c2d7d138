import * as v from 'valibot';

/** A point in time: milliseconds since the Unix epoch, UTC. Never a wall-clock reading. */
export type Instant = number;

export const instantSchema = v.pipe(v.number(), v.safeInteger());

/** Durations are milliseconds too; these are the ones with one meaning everywhere. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** 24 hours of elapsed time. A calendar day may be 23 or 25: use `lib/time/zoned.ts` for those. */
export const DAY = 24 * HOUR;
