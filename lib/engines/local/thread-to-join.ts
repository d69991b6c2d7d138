import type { Thread } from '@/lib/domain/enrollment/enrollment';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import type { Mailbox, MailboxResult } from '@/lib/mailboxes/mailbox';
import { DAY } from '@/lib/time/instant';
import type { Job } from './load-job';

/**
 * The conversation that this email continues, if the sequence threads. The provider may have kept
 * the first email's Message-ID to itself when it was sent; then it is asked for now, because
 * without it only the rep's own mailbox would thread.
 */
export async function threadToJoin(
  job: Job,
  mailbox: Mailbox,
  signal: AbortSignal,
): Promise<MailboxResult<Thread | undefined>> {
  const { enrollment, sequence, row } = job;
  const { thread } = enrollment;
  if (!sequence.settings.threading || thread === undefined) return { kind: 'ok', value: undefined };
  const previous = sequence.steps[row.stepIndex - 1];
  if (thread.references.length > 0 || previous === undefined) return { kind: 'ok', value: thread };
  const found = await mailbox.findSent(
    {
      key: outboxKey(enrollment.id, previous.id, 0),
      to: enrollment.to,
      since: enrollment.createdAt - DAY,
    },
    signal,
  );
  if (found.kind !== 'ok') return found;
  const header = found.value?.messageIdHeader ?? '';
  return { kind: 'ok', value: header === '' ? thread : { ...thread, references: [header] } };
}
