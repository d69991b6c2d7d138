import type { Migration } from './migration';

type Row = Record<string, unknown>;

/**
 * Rules, pausing and bulk. What was running goes on exactly as it did: old sequences send at any
 * hour of any day, add nothing to their emails and mind no colleagues.
 */
export const enrollmentRules: Migration = {
  version: 2,
  name: 'enrollment-rules',
  async up(database, transaction) {
    database.createObjectStore('calendars', { keyPath: 'id' });
    database.createObjectStore('undo', { keyPath: 'enrollmentId' });
    const runs = database.createObjectStore('bulkRuns', { keyPath: 'id' });
    runs.createIndex('state', 'state');
    database.createObjectStore('bulkItems', { keyPath: ['runId', 'index'] });
    transaction.objectStore('claims').createIndex('company', 'companyKey');

    const paused = new Set<unknown>();
    const change = async (store: string, to: (row: Row) => Row) => {
      let cursor = await transaction.objectStore(store).openCursor();
      while (cursor !== null) {
        await cursor.update(to(cursor.value));
        cursor = await cursor.continue();
      }
    };
    await change('sequenceVersions', sequenceVersion);
    await change('sequences', (row) => ({ ...row, ...SHARED, paused: false }));
    await change('senders', (row) => ({ ...row, seat: true, shared: false, perMinute: 10 }));
    await change('limits', (row) => ({ ...row, minutes: [0, 0, 0, 0, 0] }));
    await change('enrollments', (row) => {
      if (isPaused(row)) paused.add(row['id']);
      return enrollment(row);
    });
    await change('outbox', (row) => (paused.has(row['enrollmentId']) ? asleep(row) : row));
  },
};

const SHARED = { access: { kind: 'everyone' }, owner: 'local' };

function sequenceVersion({ threading, ...row }: Row): Row {
  const settings = {
    days: 'everyDay',
    window: { start: 0, end: 1_440 },
    threading,
    unsubscribe: false,
    coolOffDays: 0,
    sameCompany: 'allow',
  };
  return { ...row, ...SHARED, settings };
}

function enrollment(row: Row): Row {
  const { createdAt, zone } = row;
  const added = { clockMinute: clockMinute(Number(createdAt), String(zone)), placeholders: {} };
  if (!isPaused(row)) return { ...row, ...added };
  const since = Number(row['state'].since);
  const remainingMs = Math.max(0, Number(row['nextAt'] ?? since) - since);
  // When it goes on nobody can say; the key still leads to it.
  const liveNext = [row['sequenceId'], Number.MAX_SAFE_INTEGER];
  return { ...row, ...added, state: { ...row['state'], remainingMs }, liveNext };
}

function isPaused(row: Row): row is Row & { state: { kind: 'paused'; since: unknown } } {
  const { state } = row;
  return typeof state === 'object' && state !== null && 'kind' in state && state.kind === 'paused';
}

/** Nothing of a paused enrollment needs attention until a person lets it go on. */
function asleep({ wakeAt, waiting: _over, ...row }: Row): Row {
  return row['state'] === 'due' || wakeAt === undefined ? row : { ...row, wakeAt };
}

/** Minutes since midnight on a clock in that zone. Its own, because a step never changes. */
function clockMinute(at: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
  return hour * 60 + minute;
}
