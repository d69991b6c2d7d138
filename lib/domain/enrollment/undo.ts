import { SECOND } from '@/lib/time/instant';

/** For how long unenrolling, pausing or resuming can be taken back. */
export const UNDO_MS = 10 * SECOND;
