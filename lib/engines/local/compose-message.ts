import { displayName } from '@/lib/domain/contact/contact-name';
import type { Thread } from '@/lib/domain/enrollment/enrollment';
import type { ByHand } from '@/lib/domain/message/compose-link';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import { writeMime } from '@/lib/domain/message/mime';
import { MimeError } from '@/lib/domain/message/mime-error';
import type { OutgoingMessage } from '@/lib/domain/message/outgoing-message';
import { unsubscribeHeader, withUnsubscribeLine } from '@/lib/domain/message/unsubscribe';
import type { Instant } from '@/lib/time/instant';
import type { Job } from './load-job';

export type Composed =
  | {
      readonly kind: 'message';
      readonly mime: string;
      readonly subject: string;
      readonly byHand: ByHand;
      readonly threadId?: string;
    }
  /** It must not or cannot leave, now or later; `code` says why. */
  | { readonly kind: 'unsendable'; readonly code: string };

/** What an email says besides its own text. */
export interface ComposeOptions {
  /** The line at the end that says how to be left alone. */
  readonly unsubscribeLine: string;
  readonly now: Instant;
}

/** Writes the email of a job as it leaves: text, threading headers and our row's key. */
export function composeMessage(
  job: Job,
  thread: Thread | undefined,
  { unsubscribeLine, now }: ComposeOptions,
): Composed {
  const { row, enrollment, sequence, step, contact, sender } = job;
  const edited = enrollment.edited.find((email) => email.stepId === step.id);
  const email = emailOfStep(
    step,
    { contact, to: enrollment.to, sender },
    {
      placeholders: enrollment.placeholders,
      ...(edited && { edited }),
      ...(thread && { thread }),
    },
  );
  // A token may have lost its value since the enrollment; nothing leaves with a raw token.
  if (email.missing.length > 0) return { kind: 'unsendable', code: 'tokensMissing' };
  const last = thread?.references.at(-1);
  const from = sender.addresses.find(({ address }) => address === enrollment.from);
  const { unsubscribe } = sequence.settings;
  const text = unsubscribe ? withUnsubscribeLine(email.body, unsubscribeLine) : email.body;
  const mime = written(() => ({
    from: { name: from?.name || sender.name, address: enrollment.from },
    to: {
      name: displayName(contact).includes('@') ? '' : displayName(contact),
      address: enrollment.to,
    },
    subject: email.subject,
    text,
    key: row.key,
    date: now,
    ...(unsubscribe && { headers: [unsubscribeHeader(enrollment.from, row.key)] }),
    ...(last !== undefined && { inReplyTo: last, references: thread?.references ?? [] }),
  }));
  if (mime === undefined) return { kind: 'unsendable', code: 'badAddress' };
  return {
    kind: 'message',
    mime,
    subject: email.subject,
    byHand: { to: enrollment.to, subject: email.subject, body: text },
    ...(thread && { threadId: thread.threadId }),
  };
}

/** The message as text, or `undefined` when an address in it cannot be written safely. */
function written(message: () => OutgoingMessage): string | undefined {
  try {
    return writeMime(message());
  } catch (cause) {
    if (cause instanceof MimeError) return undefined;
    throw cause;
  }
}
