import type { Contact } from '@/lib/domain/contact/contact';
import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { EditedEmail, Enrollment, Thread } from '@/lib/domain/enrollment/enrollment';
import type { Sender } from '@/lib/domain/sender/sender';
import type { AutomatedEmail, ManualEmail } from '@/lib/domain/sequence/step';
import { variantOf } from '@/lib/domain/sequence/variant-of';
import { rawTokens } from './raw-tokens';
import { type Rendered, renderTemplate } from './render-template';
import { tokenFields } from './token-fields';

export interface RenderedEmail {
  readonly subject: string;
  readonly body: string;
  /** Tokens, and names of placeholders, that nothing fills; an email with any must not leave. */
  readonly missing: readonly string[];
}

/**
 * The text of a step for this contact: what a person edited, else the template filled in. A
 * follow-up in a thread takes the thread's subject, because mailboxes thread by it. Of a step with
 * variants it is the one that is this contact's.
 */
export function emailOfStep(
  step: AutomatedEmail | ManualEmail,
  who: { readonly contact: Contact; readonly to: EmailAddress; readonly sender: Sender },
  options: {
    readonly edited?: EditedEmail;
    readonly thread?: Thread;
    /** What the rep typed, by the placeholder's name. */
    readonly placeholders?: Enrollment['placeholders'];
  } = {},
): RenderedEmail {
  const { edited, thread, placeholders = {} } = options;
  if (edited !== undefined) {
    return {
      subject: thread?.subject ?? edited.subject,
      body: edited.body,
      missing: [...(thread ? [] : rawTokens(edited.subject)), ...rawTokens(edited.body)],
    };
  }
  const fields = { values: tokenFields(who.contact, who.to, who.sender), placeholders };
  const text = step.kind === 'automatedEmail' ? variantOf(step, who.to) : step;
  const subject = renderTemplate(text.subject, fields);
  const body = renderTemplate(text.body, fields);
  return {
    subject: thread?.subject ?? subject.text,
    body: body.text,
    missing: [...(thread ? [] : stillRaw(subject)), ...stillRaw(body)],
  };
}

function stillRaw({ missing, unfilled }: Rendered): readonly string[] {
  return [...missing, ...unfilled];
}
