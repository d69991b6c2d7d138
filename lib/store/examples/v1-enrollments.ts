/* Part of the frozen example of version 1, see `v1.ts`. */

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T08:00:00Z');

const enrollment = (id: string, who: string, to: string, createdAt: number) => ({
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
  edited: [],
  createdAt,
  updatedAt: createdAt,
});
const thread = (id: string, subject: string) => ({
  thread: { threadId: id, subject, references: [`<${id}-1@mail.example.com>`] },
});

const GRACE_NEXT = at('2026-11-26T12:00:00Z');
export const JAN_NEXT = at('2026-11-25T10:00:00Z');
const LI_NEXT = at('2026-11-24T07:00:00Z');

export const enrollments = [
  {
    ...enrollment('e-ada', 'ada', 'Ada@example.com', NOW),
    zone: 'Europe/London',
    zoneSource: 'contact',
    state: { kind: 'scheduled' },
    nextStep: 0,
    nextAt: NOW + 10_000,
    liveNext: ['s-intro', NOW + 10_000],
    edited: [{ stepId: 'i1', subject: 'Ada, a question', body: 'Written\nby hand' }],
  },
  {
    ...enrollment('e-grace', 'grace', 'grace@example.com', at('2026-11-23T12:00:00Z')),
    sequenceVersion: 1,
    state: { kind: 'active' },
    nextStep: 1,
    nextAt: GRACE_NEXT,
    liveNext: ['s-intro', GRACE_NEXT],
    ...thread('t-grace', 'A question, Grace'),
    threadKey: 'm-robin/t-grace',
  },
  {
    ...enrollment('e-jan', 'jan', 'jan@zażółć.example.com', at('2026-11-18T10:00:00Z')),
    sequenceId: 's-renewal',
    sequenceVersion: 1,
    origin: 'bulk',
    state: { kind: 'paused', since: at('2026-11-20T10:00:00Z') },
    nextStep: 1,
    nextAt: JAN_NEXT,
    liveNext: ['s-renewal', JAN_NEXT],
    ...thread('t-jan', 'Your renewal'),
    threadKey: 'm-robin/t-jan',
    updatedAt: at('2026-11-20T10:00:00Z'),
  },
  {
    ...enrollment('e-li', 'li', 'li@example.com', at('2026-11-21T07:00:00Z')),
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
    ...enrollment('e-max', 'max', 'max@example.com', at('2026-11-10T10:00:00Z')),
    state: { kind: 'finished', at: at('2026-11-17T10:00:00Z') },
    nextStep: 3,
    ...thread('t-max', 'A question, hello'),
    threadKey: 'm-robin/t-max',
    updatedAt: at('2026-11-17T10:00:00Z'),
  },
  {
    ...enrollment('e-eve', 'eve', 'eve@example.com', at('2026-11-10T11:00:00Z')),
    origin: 'workflow',
    state: { kind: 'failed', at: at('2026-11-10T11:00:05Z'), code: 'refused:invalidArgument' },
    nextStep: 0,
    updatedAt: at('2026-11-10T11:00:05Z'),
  },
  {
    ...enrollment('e-grace-2025', 'grace', 'grace@example.com', at('2025-10-01T09:00:00Z')),
    sequenceVersion: 1,
    state: { kind: 'unenrolled', at: at('2025-10-02T09:00:00Z'), reason: 'replied' },
    nextStep: 1,
    ...thread('t-grace-2025', 'A question, Grace'),
    threadKey: 'm-robin/t-grace-2025',
    updatedAt: at('2025-10-02T09:00:00Z'),
  },
];

export const claims = [
  { contactId: 'c-ada', address: 'ada@example.com', enrollmentId: 'e-ada' },
  { contactId: 'c-grace', address: 'grace@example.com', enrollmentId: 'e-grace' },
  { contactId: 'c-jan', address: 'jan@zażółć.example.com', enrollmentId: 'e-jan' },
  { contactId: 'c-li', address: 'li@example.com', enrollmentId: 'e-li' },
];

const row = (who: string, stepId: string, stepIndex: number, dueAt: number) => ({
  key: `e-${who}:${stepId}:0`,
  enrollmentId: `e-${who}`,
  contactId: `c-${who}`,
  senderId: who === 'li' ? 'm-sam' : 'm-robin',
  stepId,
  stepIndex,
  dueAt,
  attempts: 0,
});
const sent = (dueAt: number, messageId: string) => ({
  state: 'sent',
  attempts: 1,
  draftId: `draft-${messageId}`,
  handedOverAt: dueAt + 400,
  subject: 'A question',
  sentAt: dueAt + 900,
  messageId,
});

export const outbox = [
  { ...row('ada', 'i1', 0, NOW + 10_000), state: 'due', wakeAt: NOW + 10_000 },
  {
    ...row('grace', 'i1', 0, at('2026-11-23T12:00:10Z')),
    ...sent(at('2026-11-23T12:00:10Z'), '18f1'),
  },
  { ...row('grace', 'i2', 1, GRACE_NEXT), state: 'due', wakeAt: GRACE_NEXT },
  {
    ...row('jan', 'r1', 0, at('2026-11-18T10:00:10Z')),
    ...sent(at('2026-11-18T10:00:10Z'), '18e0'),
  },
  { ...row('jan', 'r2', 1, JAN_NEXT), state: 'due', wakeAt: JAN_NEXT, waiting: 'limit' },
  {
    ...row('li', 'i1', 0, at('2026-11-21T07:00:10Z')),
    ...sent(at('2026-11-21T07:00:10Z'), '18f0'),
  },
  {
    ...row('li', 'i2', 1, LI_NEXT),
    state: 'sending',
    attempts: 2,
    draftId: 'r-8731',
    handedOverAt: LI_NEXT + 400,
    subject: 'Re: A question',
    wakeAt: NOW + 600_000,
    waiting: 'revoked',
  },
  {
    ...row('eve', 'i1', 0, at('2026-11-10T11:00:00Z')),
    state: 'failed',
    attempts: 1,
    failure: 'refused:invalidArgument',
  },
];

const bucket = (senderId: string, start: number, count: object) => ({
  senderId,
  start,
  sent: 0,
  scheduled: 0,
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
];
