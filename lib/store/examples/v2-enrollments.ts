/* Part of the frozen example of version 2, see `v2.ts`. */
import { outbox as outboxOfV1 } from './v1-enrollments';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T08:00:00Z');
const NEVER = Number.MAX_SAFE_INTEGER;

const enrollment = (
  id: string,
  who: string,
  to: string,
  began: { readonly createdAt: number; readonly clockMinute: number },
) => ({
  id,
  contactId: `c-${who}`,
  sequenceId: 's-intro',
  sequenceVersion: 2,
  senderId: 'm-robin',
  from: 'robin@example.com',
  to,
  zone: 'Europe/Warsaw',
  zoneSource: 'sender',
  origin: 'manual',
  placeholders: {},
  edited: [],
  ...began,
  updatedAt: began.createdAt,
});
const thread = (id: string, subject: string) => ({
  thread: { threadId: id, subject, references: [`<${id}-1@mail.example.com>`] },
});
const began = (createdAt: string, clockMinute: number) => ({
  createdAt: at(createdAt),
  clockMinute,
});

const GRACE_NEXT = at('2026-11-26T12:00:00Z');
const JAN_NEXT = at('2026-11-25T10:00:00Z');
const LI_NEXT = at('2026-11-24T07:00:00Z');
const OLA_NEXT = at('2026-11-25T09:12:00Z');

const ola = {
  ...enrollment('e-ola', 'ola', 'ola@firma.example.com', began('2026-11-23T09:00:00Z', 600)),
  sequenceId: 's-offer',
  sequenceVersion: 1,
  origin: 'bulk',
  placeholders: { 'the product': 'the new engine' },
  nextStep: 1,
  nextAt: OLA_NEXT,
  ...thread('t-ola', 'About the new engine'),
};

export const enrollments = [
  {
    ...enrollment('e-ada', 'ada', 'Ada@example.com', { createdAt: NOW, clockMinute: 480 }),
    zone: 'Europe/London',
    zoneSource: 'contact',
    state: { kind: 'scheduled' },
    nextStep: 0,
    nextAt: NOW + 10_000,
    liveNext: ['s-intro', NOW + 10_000],
    edited: [{ stepId: 'i1', subject: 'Ada, a question', body: 'Written\nby hand' }],
  },
  {
    ...enrollment('e-grace', 'grace', 'grace@example.com', began('2026-11-23T12:00:00Z', 780)),
    sequenceVersion: 1,
    state: { kind: 'active' },
    nextStep: 1,
    nextAt: GRACE_NEXT,
    liveNext: ['s-intro', GRACE_NEXT],
    ...thread('t-grace', 'A question, Grace'),
    threadKey: 'm-robin/t-grace',
  },
  {
    ...enrollment('e-jan', 'jan', 'jan@zażółć.example.com', began('2026-11-18T10:00:00Z', 660)),
    sequenceId: 's-renewal',
    sequenceVersion: 1,
    origin: 'bulk',
    state: { kind: 'paused', since: at('2026-11-20T10:00:00Z'), remainingMs: 432_000_000 },
    nextStep: 1,
    nextAt: JAN_NEXT,
    liveNext: ['s-renewal', NEVER],
    ...thread('t-jan', 'Your renewal'),
    threadKey: 'm-robin/t-jan',
    updatedAt: at('2026-11-20T10:00:00Z'),
  },
  {
    ...enrollment('e-li', 'li', 'li@example.com', began('2026-11-21T07:00:00Z', 480)),
    senderId: 'm-sam',
    from: 'sam@example.com',
    state: { kind: 'active' },
    nextStep: 1,
    nextAt: LI_NEXT,
    liveNext: ['s-intro', LI_NEXT],
    ...thread('t-li', 'A question, hello'),
    threadKey: 'm-sam/t-li',
    updatedAt: at('2026-11-21T07:00:10Z'),
  },
  {
    ...enrollment('e-max', 'max', 'max@example.com', began('2026-11-10T10:00:00Z', 660)),
    state: { kind: 'finished', at: at('2026-11-17T10:00:00Z') },
    nextStep: 3,
    ...thread('t-max', 'A question, hello'),
    threadKey: 'm-robin/t-max',
    updatedAt: at('2026-11-17T10:00:00Z'),
  },
  {
    ...enrollment('e-eve', 'eve', 'eve@example.com', began('2026-11-10T11:00:00Z', 720)),
    origin: 'workflow',
    state: { kind: 'failed', at: at('2026-11-10T11:00:05Z'), code: 'refused:invalidArgument' },
    nextStep: 0,
    updatedAt: at('2026-11-10T11:00:05Z'),
  },
  {
    // The clock of that day was an hour ahead: it was still summer time.
    ...enrollment('e-grace-2025', 'grace', 'grace@example.com', began('2025-10-01T09:00:00Z', 660)),
    sequenceVersion: 1,
    state: { kind: 'unenrolled', at: at('2025-10-02T09:00:00Z'), reason: 'replied' },
    nextStep: 1,
    ...thread('t-grace-2025', 'A question, Grace'),
    threadKey: 'm-robin/t-grace-2025',
    updatedAt: at('2025-10-02T09:00:00Z'),
  },
  {
    ...ola,
    state: { kind: 'active' },
    liveNext: ['s-offer', OLA_NEXT],
    threadKey: 'm-robin/t-ola',
    updatedAt: NOW,
  },
];

export const claims = [
  { contactId: 'c-ada', address: 'ada@example.com', enrollmentId: 'e-ada' },
  { contactId: 'c-grace', address: 'grace@example.com', enrollmentId: 'e-grace' },
  { contactId: 'c-jan', address: 'jan@zażółć.example.com', enrollmentId: 'e-jan' },
  { contactId: 'c-li', address: 'li@example.com', enrollmentId: 'e-li' },
  {
    contactId: 'c-ola',
    address: 'ola@firma.example.com',
    enrollmentId: 'e-ola',
    companyKey: 's-offer/firma.example.com',
  },
];

const olaRow = {
  key: 'e-ola:o2:0',
  enrollmentId: 'e-ola',
  contactId: 'c-ola',
  senderId: 'm-robin',
  stepId: 'o2',
  stepIndex: 1,
  dueAt: OLA_NEXT,
  state: 'due',
  attempts: 0,
};
export const outbox = [
  ...outboxOfV1.filter(({ key }) => key !== 'e-jan:r2:0'),
  {
    key: 'e-jan:r2:0',
    enrollmentId: 'e-jan',
    contactId: 'c-jan',
    senderId: 'm-robin',
    stepId: 'r2',
    stepIndex: 1,
    dueAt: JAN_NEXT,
    state: 'due',
    attempts: 0,
  },
  { ...olaRow, wakeAt: OLA_NEXT, waiting: 'paused' },
];

const bucket = (senderId: string, start: number, count: object) => ({
  senderId,
  start,
  sent: 0,
  scheduled: 0,
  minutes: [0, 0, 0, 0, 0],
  ...count,
});
export const limits = [
  bucket('m-robin', at('2026-11-18T10:00:00Z'), { sent: 1 }),
  bucket('m-robin', at('2026-11-23T12:00:00Z'), { sent: 1 }),
  bucket('m-robin', NOW, { scheduled: 1 }),
  bucket('m-robin', JAN_NEXT, { scheduled: 1 }),
  bucket('m-robin', GRACE_NEXT, { scheduled: 1 }),
  bucket('m-sam', at('2026-11-21T07:00:00Z'), { sent: 1 }),
  bucket('m-sam', LI_NEXT, { scheduled: 1 }),
  bucket('m-robin', at('2026-11-25T09:10:00Z'), { scheduled: 1, minutes: [0, 0, 1, 0, 0] }),
];

/** The rep has let Ola's enrollment go on and may still take that back. */
export const undo = [
  {
    enrollmentId: 'e-ola',
    action: 'resume',
    until: NOW + 10_000,
    enrollment: {
      ...ola,
      state: { kind: 'paused', since: at('2026-11-23T15:00:00Z'), remainingMs: 90_720_000 },
    },
    row: olaRow,
  },
];
