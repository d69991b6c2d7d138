import type { EditedEmail } from '@/lib/domain/enrollment/enrollment';
import type { StepId } from '@/lib/domain/ids';

/** What was typed over the first email, kept per step: a look at another sequence loses nothing. */
export type EmailDrafts = ReadonlyMap<StepId, EditedEmail>;

export type EmailText = Pick<EditedEmail, 'subject' | 'body'>;

/** The email as it would leave: what was typed, else what was rendered. */
export function draftedEmail(
  drafts: EmailDrafts,
  rendered: EditedEmail | undefined,
): EditedEmail | undefined {
  return rendered && (drafts.get(rendered.stepId) ?? rendered);
}

/** Typing starts from what is on screen. Text that equals the rendered one is no edit any more. */
export function editDraft(
  drafts: EmailDrafts,
  rendered: EditedEmail,
  change: Partial<EmailText>,
): EmailDrafts {
  const next = new Map(drafts);
  next.set(rendered.stepId, { ...(drafts.get(rendered.stepId) ?? rendered), ...change });
  return next;
}

/** Back to the template. */
export function dropDraft(drafts: EmailDrafts, stepId: StepId): EmailDrafts {
  const next = new Map(drafts);
  next.delete(stepId);
  return next;
}
