import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { askAboutDraft } from './ask-about-draft';
import { claimRow } from './claim-row';
import { deferRow } from './defer-row';
import type { Delivery } from './delivery';
import type { EngineDeps } from './deps';
import { exitEnrollment } from './exit-enrollment';
import { finishEnded } from './finish-ended';
import { removeLeftover } from './remove-leftover';
import { sendNewDraft } from './send-new-draft';
import { settleFailed } from './settle-failed';
import { takeBack } from './take-back';
import { RECONNECT_PAUSE } from './timing';

/**
 * Sends the email of one row, exactly once, whatever dies when.
 *
 * (a) claim the row · (b) put a draft with the row's key into the mailbox · (c) read new mail and
 * record the draft · (d) send that draft · (e) settle. Each record is on disk before the next
 * request leaves. The draft id is the fencing token: a sent draft is gone, and sending it again is
 * refused. A row found half way is asked about first, never sent "to be safe". Simulated in
 * `test/simulate`.
 */
export async function deliver(
  deps: EngineDeps,
  mailbox: Mailbox,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  const delivery: Delivery = { deps, mailbox, signal };
  const claimed = await claimRow(deps, key);
  switch (claimed.kind) {
    case 'settled':
    case 'deferred':
      return;
    case 'broken':
      if (isLost(claimed.what)) return waitForBackup(deps, key);
      return settleFailed(deps, key, { kind: 'failed', code: claimed.what });
    case 'unwanted':
      await exitEnrollment(deps, claimed.enrollmentId, claimed.reason);
      return;
    case 'ended':
      return finishEnded(delivery, claimed.job);
    case 'leftover':
      return removeLeftover(delivery, claimed.row);
    case 'resting':
      return takeBack(delivery, claimed.job);
    case 'claimed':
      return claimed.job.row.handedOverAt === undefined
        ? sendNewDraft(delivery, claimed.job)
        : askAboutDraft(delivery, claimed.job);
  }
}

/** What the browser lost with its database may still come back from a backup. */
function isLost(what: string): boolean {
  return what === 'sequenceMissing' || what === 'contactMissing';
}

function waitForBackup(deps: EngineDeps, key: string): Promise<void> {
  const wakeAt = deps.clock.now() + RECONNECT_PAUSE;
  return deferRow(deps, key, { wakeAt, waiting: 'stopped' });
}
