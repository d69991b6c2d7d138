import type { Migration } from './migration';

type Row = Record<string, unknown>;

/**
 * Task steps, emails that are sent by hand, days away, exits that can be switched and rows that say what is planned. What was
 * running goes on: replies and meetings end an enrollment as they always did.
 */
export const trustedEngine: Migration = {
  version: 4,
  name: 'trusted-engine',
  async up(database, transaction) {
    // The number of a transaction is the key that the database gives its row here.
    database.createObjectStore('homeLog', { keyPath: 'seq', autoIncrement: true });
    database.createObjectStore('composeDrafts', { keyPath: 'key' });
    const outbox = transaction.objectStore('outbox');
    outbox.createIndex('open', 'openDue');
    outbox.createIndex('failed', 'failedAt');
    outbox.createIndex('asking', 'asking');
    const tasks = transaction.objectStore('tasks');
    tasks.createIndex('remind', 'openRemind');
    tasks.createIndex('enrollment', 'openEnrollment');

    transaction
      .objectStore('enrollments')
      .createIndex('reference', 'thread.references', { multiEntry: true });

    const change = async (store: string, to: (row: Row) => Row) => {
      let cursor = await transaction.objectStore(store).openCursor();
      while (cursor !== null) {
        await cursor.update(to(cursor.value));
        cursor = await cursor.continue();
      }
    };
    await change('sequenceVersions', sequenceVersion);
    await change('senders', (row) => ({ ...row, away: [] }));
    await change('enrollments', enrollment);
    await change('undo', (row) => ({
      ...row,
      enrollment: enrollment(asRow(row['enrollment'])),
      ...(row['row'] !== undefined && { row: { ...asRow(row['row']), effect: 'email' } }),
    }));
    await change('outbox', outboxRow);
  },
};

function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function sequenceVersion(row: Row): Row {
  const exits = { reply: 'contact', meeting: 'contact' };
  return { ...row, settings: { ...asRow(row['settings']), exits, askWhenLateDays: 3 } };
}

/** Only a person could pause. */
function enrollment(row: Row): Row {
  const state = asRow(row['state']);
  return state['kind'] === 'paused' ? { ...row, state: { ...state, why: 'person' } } : row;
}

function outboxRow(row: Row): Row {
  const isOpen = row['state'] === 'due' || row['state'] === 'sending';
  return {
    ...row,
    effect: 'email',
    ...(isOpen && { openDue: row['dueAt'] }),
    // When it failed nobody wrote down; it was planned for then.
    ...(row['state'] === 'failed' && { failedAt: row['dueAt'] }),
  };
}
