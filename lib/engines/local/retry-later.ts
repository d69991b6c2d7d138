import type { RetryReason } from '@/lib/domain/enrollment/outbox-row';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { retryRow } from './defer-row';
import type { Delivery } from './delivery';
import type { Job } from './load-job';
import { settleFailed } from './settle-failed';

/** Why something has to be asked again; the provider may also just not show it yet. */
type Trouble = MailboxFailure | { readonly kind: 'notShownYet' };

/** Try again later, or give up on what the provider will never accept. */
export async function retryLater(
  delivery: Pick<Delivery, 'deps'>,
  job: Job,
  failure: MailboxFailure,
): Promise<void> {
  if (failure.kind !== 'refused') return waitAndAsk(delivery, job, failure);
  const code = `refused:${failure.detail}`;
  await settleFailed(delivery.deps, job.row.key, { kind: 'failed', code });
}

/** Look again later, at the earliest when the provider can know what became of the request. */
export async function waitAndAsk(
  { deps }: Pick<Delivery, 'deps'>,
  { row, sender }: Job,
  trouble: Trouble,
): Promise<void> {
  if (trouble.kind !== 'notShownYet') await deps.noteConnection(sender, trouble);
  const askedUntil = 'retryAt' in trouble ? trouble.retryAt : undefined;
  // Nothing of it was handed over: there is nothing to check, only something that cannot be read.
  const isUnread = trouble.kind === 'refused' && row.handedOverAt === undefined;
  const reason = isUnread ? 'unavailable' : retryReasonOf(trouble);
  await retryRow(deps, row.key, reason, askedUntil);
}

/** The schedule that a trouble is tried again by. */
export function retryReasonOf(trouble: Trouble): RetryReason {
  switch (trouble.kind) {
    case 'refused':
    case 'notShownYet':
      return 'checking';
    case 'offline':
    case 'unavailable':
    case 'throttled':
    case 'expired':
    case 'revoked':
      return trouble.kind;
  }
}
