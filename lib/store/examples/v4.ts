import type { Example } from './example';
import { v3 } from './v3';

/*
 * Frozen: what the database of version 3 becomes, and what only version 4 can hold:
 * everything paused, a task of a step, and what the second home follows.
 */

type Row = Readonly<Record<string, unknown>>;

const rows = (store: string): readonly Row[] => v3[store]?.map((row) => ({ ...Object(row) })) ?? [];

const EXITS = { exits: { reply: 'contact', meeting: 'contact' }, askWhenLateDays: 3 };

const enrollment = (row: Row): Row => {
  const state: Row = Object(row['state']);
  return state['kind'] === 'paused' ? { ...row, state: { ...state, why: 'person' } } : row;
};

const outboxRow = (row: Row): Row => ({
  ...row,
  effect: 'email',
  ...((row['state'] === 'due' || row['state'] === 'sending') && { openDue: row['dueAt'] }),
  ...(row['state'] === 'failed' && { failedAt: row['dueAt'] }),
});

export const v4: Example = {
  ...v3,
  meta: [
    ...rows('meta'),
    { key: 'pausedAll', value: Date.parse('2027-03-01T08:00:00Z') },
    {
      key: 'loss',
      value: {
        cause: 'wiped',
        at: Date.parse('2027-02-27T08:00:00Z'),
        live: 2,
        sent: 3,
        damaged: 0,
      },
    },
  ],
  homeLog: [
    { seq: 7, keys: [['enrollments', 'e-max']] },
    {
      seq: 8,
      keys: [
        ['outbox', 'e-max:i2:0'],
        ['sequenceVersions', 's-intro\n1'],
      ],
    },
  ],
  sequenceVersions: rows('sequenceVersions').map((row) => ({
    ...row,
    settings: { ...Object(row['settings']), ...EXITS },
  })),
  senders: rows('senders').map((row) => ({ ...row, away: [] })),
  enrollments: rows('enrollments').map(enrollment),
  undo: rows('undo').map((row) => ({
    ...row,
    enrollment: enrollment(Object(row['enrollment'])),
    ...(row['row'] !== undefined && { row: { ...Object(row['row']), effect: 'email' } }),
  })),
  outbox: rows('outbox').map(outboxRow),
  composeDrafts: [
    {
      key: 'e-max:i2:0',
      senderId: 's-hand',
      threadId: 'e-max:i2:0',
      byHand: { to: 'max@example.com', subject: 'The engine', body: 'Hi Max' },
      mime: 'Subject: The engine',
      createdAt: Date.parse('2027-03-01T09:00:00Z'),
      askedAt: Date.parse('2027-03-01T09:00:01Z'),
      notified: true,
    },
  ],
  tasks: [
    ...rows('tasks'),
    {
      id: 't-step',
      contactId: 'c-max',
      kind: 'call',
      title: 'Call Max',
      note: 'Ask about the engine.',
      priority: 'high',
      ofStep: { enrollmentId: 'e-max', stepId: 'i3', stepIndex: 2, hold: true },
      dueAt: Date.parse('2027-03-02T09:00:00Z'),
      remindAt: Date.parse('2027-03-02T08:00:00Z'),
      createdAt: Date.parse('2027-03-01T09:00:00Z'),
      openDue: Date.parse('2027-03-02T09:00:00Z'),
      openRemind: Date.parse('2027-03-02T08:00:00Z'),
      openEnrollment: 'e-max',
    },
  ],
};
