import { displayName } from '@/lib/domain/contact/contact-name';
import type { Thread } from '@/lib/domain/enrollment/enrollment';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import { writeMime } from '@/lib/domain/message/mime';
import type { Instant } from '@/lib/time/instant';
import type { Job } from './load-job';

export type Composed =
  | {
      readonly kind: 'message';
      readonly mime: string;
      readonly subject: string;
      readonly threadId?: string;
    }
  /** A token lost its value since the enrollment; nothing may leave with a raw token. */
  | { readonly kind: 'tokensMissing'; readonly tokens: readonly string[] };

/** Writes the email of a job as it leaves: text, threading headers and our row's key. */
export function composeMessage(job: Job, thread: Thread | undefined, now: Instant): Composed {
  const { row, enrollment, step, contact, sender } = job;
  const edited = enrollment.edited.find((email) => email.stepId === step.id);
  const email = emailOfStep(
    step,
    { contact, to: enrollment.to, sender },
    { ...(edited && { edited }), ...(thread && { thread }) },
  );
  if (email.missing.length > 0) return { kind: 'tokensMissing', tokens: email.missing };
  const last = thread?.references.at(-1);
  const from = sender.addresses.find(({ address }) => address === enrollment.from);
  const mime = writeMime({
    from: { name: from?.name || sender.name, address: enrollment.from },
    to: {
      name: displayName(contact).includes('@') ? '' : displayName(contact),
      address: enrollment.to,
    },
    subject: email.subject,
    text: email.body,
    key: row.key,
    date: now,
    ...(last !== undefined && { inReplyTo: last, references: thread?.references ?? [] }),
  });
  return {
    kind: 'message',
    mime,
    subject: email.subject,
    ...(thread && { threadId: thread.threadId }),
  };
}
