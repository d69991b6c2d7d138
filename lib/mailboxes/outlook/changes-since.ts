import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { DAY } from '@/lib/time/instant';
import type { GraphAccess } from './graph-request';
import { parsePlace, writePlace } from './place';
import { readHeads } from './read-heads';
import { readRound } from './read-round';
import { NOWHERE, startRound } from './start-round';

/** Graph's clock and the machine's need not agree, and a folder may have waited for its turn. */
export const OVERLAP = DAY;

/** Reads what is new in every folder; where Graph has forgotten our place, all recent mail of it. */
export function changesSince(access: GraphAccess): Mailbox['changesSince'] {
  return async ({ cursor, polledAt }, signal) => {
    const known = parsePlace(cursor);
    const start = known ?? NOWHERE;
    const round =
      start.pending.length > 0
        ? ({ kind: 'ok', value: start } as const)
        : await startRound(access, start, signal);
    if (round.kind !== 'ok') return round;
    const read = await readRound(access, round.value, polledAt - OVERLAP, signal);
    if (read.kind !== 'ok') return read;
    const { place, filed, resynced } = read.value;
    const heads = await readHeads(access, filed, signal);
    if (heads.kind !== 'ok') return heads;
    return {
      kind: 'ok',
      value: {
        messages: heads.value,
        cursor: writePlace(place),
        more: place.pending.length > 0,
        resynced: resynced || known === undefined,
      },
    };
  };
}
