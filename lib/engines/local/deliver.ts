import { isLive } from '@/lib/domain/enrollment/enrollment';
import type { Mailbox, MailboxFailure, SentMessage } from '@/lib/mailboxes/mailbox';
import { MINUTE } from '@/lib/time/instant';
import { backoff } from './backoff';
import { claimRow } from './claim-row';
import { composeMessage } from './compose-message';
import { deferRow } from './defer-row';
import type { EngineDeps } from './deps';
import { exitEnrollment } from './exit-enrollment';
import { handOver } from './hand-over';
import type { Job } from './load-job';
import { settleFailed } from './settle-failed';
import { settleSent } from './settle-sent';
import { threadToJoin } from './thread-to-join';
import { ASK_AGAIN, GIVE_UP_LOOKING, RECONNECT_PAUSE, VISIBILITY_LAG } from './timing';
import { waitingCodeOf } from './waiting-code';

/**
 * Sends the email of one row, exactly once, whatever dies when.
 *
 * (a) claim the row · (b) put a draft with the row's key into the mailbox · (c) record the draft ·
 * (d) send that draft · (e) settle. Each record is on disk before the next request leaves. The draft
 * id is the fencing token: a sent draft is gone, and sending it again is refused. A row found half
 * way is asked about first, never sent "to be safe". Simulated in `perf-reliability.md` 4.3.
 */
export async function deliver(
  deps: EngineDeps,
  mailbox: Mailbox,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  const claimed = await claimRow(deps, key);
  switch (claimed.kind) {
    case 'settled':
    case 'deferred':
      return;
    case 'broken':
      return settleFailed(deps, key, { kind: 'failed', code: claimed.what });
    case 'unwanted':
      await exitEnrollment(deps, claimed.enrollmentId, claimed.reason);
      return;
    case 'ended':
      return finishEnded(deps, mailbox, claimed.job, signal);
    case 'claimed':
      return claimed.job.row.handedOverAt === undefined
        ? sendNewDraft(deps, mailbox, claimed.job, signal)
        : resume(deps, mailbox, claimed.job, signal);
  }
}

/** Steps (b) to (e). A draft of an earlier attempt that carries our key is used, not doubled. */
async function sendNewDraft(deps: EngineDeps, mailbox: Mailbox, job: Job, signal: AbortSignal) {
  const thread = await threadToJoin(job, mailbox, signal);
  if (thread.kind !== 'ok') return retryLater(deps, job, thread);
  const message = composeMessage(job, thread.value, {
    unsubscribeLine: deps.unsubscribeLine(),
    now: deps.clock.now(),
  });
  if (message.kind === 'unsendable') {
    return settleFailed(deps, job.row.key, { kind: 'failed', code: message.code });
  }
  const earlier =
    job.row.attempts > 1
      ? await mailbox.findDraft(job.row.key, signal)
      : ({ kind: 'ok', value: undefined } as const);
  if (earlier.kind !== 'ok') return retryLater(deps, job, earlier);
  const draft = earlier.value
    ? ({ kind: 'ok', value: earlier.value } as const)
    : await mailbox.createDraft({ key: job.row.key, ...message }, signal);
  if (draft.kind !== 'ok') return retryLater(deps, job, draft);
  const { subject } = message;
  await sendDraft(deps, mailbox, job, { draftId: draft.value.draftId, subject }, signal);
}

/** Steps (c) to (e) for this draft. */
async function sendDraft(
  deps: EngineDeps,
  mailbox: Mailbox,
  job: Job,
  draft: { readonly draftId: string; readonly subject: string },
  signal: AbortSignal,
) {
  const ready = await handOver(deps, job.row.key, draft);
  if (ready === undefined) return dropDraft(deps, mailbox, job, draft.draftId, signal);
  const sent = await mailbox.sendDraft(draft.draftId, signal);
  if (sent.kind === 'ok') return settle(deps, ready, sent.value);
  if (sent.kind === 'asked') {
    const wakeAt = deps.clock.now() + ASK_AGAIN;
    return deferRow(deps, job.row.key, { wakeAt, waiting: 'confirm' });
  }
  if (sent.kind === 'gone') return settleFromSent(deps, mailbox, ready, signal);
  if (sent.kind === 'refused') return retryLater(deps, ready, sent);
  return waitAndAsk(deps, ready, sent);
}

/** A worker died, or the answer was lost, after this draft was handed over: ask what became of it. */
async function resume(deps: EngineDeps, mailbox: Mailbox, job: Job, signal: AbortSignal) {
  const { draftId, handedOverAt, subject = job.step.subject } = job.row;
  if (draftId === undefined || handedOverAt === undefined) return;
  const settlesAt = handedOverAt + VISIBILITY_LAG;
  if (deps.clock.now() < settlesAt) {
    return deferRow(deps, job.row.key, { wakeAt: settlesAt, waiting: 'checking' });
  }
  const there = await mailbox.hasDraft(draftId, signal);
  if (there.kind !== 'ok') return waitAndAsk(deps, job, there);
  return there.value
    ? sendDraft(deps, mailbox, job, { draftId, subject }, signal)
    : settleFromSent(deps, mailbox, job, signal);
}

/** The draft is gone: it was sent. Find it in Sent and settle with what stands there. */
async function settleFromSent(deps: EngineDeps, mailbox: Mailbox, job: Job, signal: AbortSignal) {
  const { row, enrollment } = job;
  const since = (row.handedOverAt ?? deps.clock.now()) - 10 * MINUTE;
  const found = await mailbox.findSent({ key: row.key, to: enrollment.to, since }, signal);
  if (found.kind !== 'ok') return waitAndAsk(deps, job, found);
  if (found.value) return settle(deps, job, found.value);
  if (deps.clock.now() > (row.handedOverAt ?? 0) + GIVE_UP_LOOKING) {
    return settleFailed(deps, row.key, { kind: 'failed', code: 'outcomeUnknown' });
  }
  return waitAndAsk(deps, job, { kind: 'unavailable' });
}

async function settle(deps: EngineDeps, job: Job, sent: SentMessage) {
  await settleSent(deps, job.row.key, { ...sent, subject: job.row.subject ?? job.step.subject });
}

/** The enrollment ended while its email was on the way. What left is noted, what did not is dropped. */
async function finishEnded(deps: EngineDeps, mailbox: Mailbox, job: Job, signal: AbortSignal) {
  const { row } = job;
  if (isLive(job.enrollment)) return;
  const draft = row.draftId
    ? ({ kind: 'ok', value: { draftId: row.draftId } } as const)
    : await mailbox.findDraft(row.key, signal);
  if (draft.kind !== 'ok') return waitAndAsk(deps, job, draft);
  const there = draft.value
    ? await mailbox.hasDraft(draft.value.draftId, signal)
    : ({ kind: 'ok', value: false } as const);
  if (there.kind !== 'ok') return waitAndAsk(deps, job, there);
  if (there.value && draft.value) return dropDraft(deps, mailbox, job, draft.value.draftId, signal);
  return row.handedOverAt === undefined
    ? settleFailed(deps, row.key, { kind: 'dropped', code: 'ended' })
    : settleFromSent(deps, mailbox, job, signal);
}

async function dropDraft(
  deps: EngineDeps,
  mailbox: Mailbox,
  job: Job,
  draftId: string,
  signal: AbortSignal,
) {
  const deleted = await mailbox.deleteDraft(draftId, signal);
  if (deleted.kind !== 'ok' && deleted.kind !== 'refused') return waitAndAsk(deps, job, deleted);
  await settleFailed(deps, job.row.key, { kind: 'dropped', code: 'ended' });
}

/** Nothing was handed over: try again later, or give up on what will never be accepted. */
async function retryLater(deps: EngineDeps, job: Job, failure: MailboxFailure) {
  if (failure.kind === 'refused') {
    return settleFailed(deps, job.row.key, { kind: 'failed', code: `refused:${failure.detail}` });
  }
  return waitAndAsk(deps, job, failure);
}

/** Look again later, at the earliest when the provider can know what became of the request. */
async function waitAndAsk(deps: EngineDeps, job: Job, failure: MailboxFailure) {
  await deps.noteConnection(job.sender, failure);
  const now = deps.clock.now();
  const pause =
    failure.kind === 'expired' || failure.kind === 'revoked'
      ? RECONNECT_PAUSE
      : Math.max(VISIBILITY_LAG, backoff(job.row.attempts, deps.random()));
  const asked = failure.kind === 'throttled' ? (failure.retryAt ?? 0) : 0;
  await deferRow(deps, job.row.key, {
    wakeAt: Math.max(now + pause, asked),
    waiting: waitingCodeOf(failure) ?? 'checking',
  });
}
