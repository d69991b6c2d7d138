import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { Schema } from '@/lib/store/schema';

/**
 * What must never be forgotten, and what going on by itself needs: who is in a sequence and whom it
 * writes to, which effects were handed over or sent, who must not be written to, and with which
 * words and from which mailbox.
 */
export const MIRRORED = [
  'enrollments',
  'outbox',
  'suppression',
  'senders',
  'sequences',
  'sequenceVersions',
  'contacts',
  'tasks',
  'meta',
] as const;

export type Mirrored = (typeof MIRRORED)[number];

export type MirroredRow<Store extends Mirrored = Mirrored> = Schema[Store]['value'];

const names: ReadonlySet<string> = new Set(MIRRORED);

export function isMirrored(store: string): store is Mirrored {
  return names.has(store);
}

/**
 * Does this row matter to what runs? Of tasks those that a sequence made, for it may wait for them;
 * of the database's own facts only that everything is paused.
 */
export function matters(store: Mirrored, row: object): boolean {
  switch (store) {
    case 'tasks':
      return Reflect.get(row, 'ofStep') !== undefined;
    case 'meta':
      return Reflect.get(row, 'key') === 'pausedAll';
    case 'enrollments':
    case 'outbox':
    case 'suppression':
    case 'senders':
    case 'sequences':
    case 'sequenceVersions':
    case 'contacts':
      return true;
  }
}

/** The primary key of a row, as text. Several parts are joined: none of our ids holds a line break. */
export function rowKey(store: Mirrored, row: object): string {
  const value = (name: string) => String(Reflect.get(row, name));
  switch (store) {
    case 'outbox':
    case 'meta':
      return value('key');
    case 'suppression':
      return value('address');
    case 'sequenceVersions':
      return `${value('id')}\n${value('version')}`;
    case 'enrollments':
    case 'senders':
    case 'sequences':
    case 'contacts':
    case 'tasks':
      return value('id');
  }
}

/** A key that a repository hands to the database, as text like {@link rowKey}. */
export function keyText(key: unknown): string {
  return Array.isArray(key) ? key.join('\n') : String(key);
}

/** The other way round: the key as the database knows it. */
export function databaseKey(store: Mirrored, text: string): string | [string, number] {
  if (store !== 'sequenceVersions') return text;
  const at = text.lastIndexOf('\n');
  return [text.slice(0, at), Number(text.slice(at + 1))];
}

/** A row as the mirror keeps it: without what is only there to find it, or of no use any more. */
export function compacted(store: Mirrored, row: object): object {
  switch (store) {
    case 'enrollments':
      return compactEnrollment(row as MirroredRow<'enrollments'>);
    case 'outbox':
      return compactOutboxRow(row as MirroredRow<'outbox'>);
    case 'contacts': {
      const { addressKeys: _a, refKeys: _r, past: _p, ...rest } = row as MirroredRow<'contacts'>;
      return rest;
    }
    case 'tasks': {
      const {
        openDue: _d,
        openRemind: _r,
        openEnrollment: _e,
        ...rest
      } = row as MirroredRow<'tasks'>;
      return rest;
    }
    case 'suppression':
    case 'senders':
    case 'sequences':
    case 'sequenceVersions':
    case 'meta':
      return row;
  }
}

const LIVE: ReadonlySet<Enrollment['state']['kind']> = new Set(['scheduled', 'active', 'paused']);

function compactEnrollment(row: MirroredRow<'enrollments'>): object {
  const { threadKey: _t, liveNext: _n, ...rest } = row;
  // What was to be written to somebody who has left is of no use any more.
  return LIVE.has(rest.state.kind) ? rest : { ...rest, edited: [], placeholders: {} };
}

function compactOutboxRow(row: MirroredRow<'outbox'>): object {
  const { openDue: _o, asking: _a, ...closed } = row;
  if (closed.state !== 'sent' && closed.state !== 'failed') return closed;
  const { draftId: _d, subject: _s, handedOverAt: _h, ...rest } = closed;
  return rest;
}
