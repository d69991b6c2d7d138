import type { WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';

/** What a failure that will pass looks like to the rep; `undefined` for one that will not. */
export function waitingCodeOf(failure: MailboxFailure): WaitingCode | undefined {
  return failure.kind === 'refused' ? undefined : failure.kind;
}
