import type { Contact } from '@/lib/domain/contact/contact';
import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import { decide, planOf } from '@/lib/domain/enrollment/decide';
import type { EnrollmentPlan } from '@/lib/domain/enrollment/decision';
import type { EditedEmail } from '@/lib/domain/enrollment/enrollment';
import { subjectOf } from '@/lib/domain/enrollment/subject';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import { senderChoice } from '@/lib/store/overview';
import type { WorkerDeps } from './deps';
import { FACT_STORES, prepareEnrollment } from './prepare-enrollment';
import { statusOf } from './status-of';

/** Everything the Enroll popover shows, decided exactly as enrolling would decide it. */
export async function previewEnrollment(
  { connection, ids, clock, settings }: WorkerDeps,
  choices: Choices,
): Promise<EnrollmentPreview> {
  const { undoSeconds } = await settings();
  const now = clock.now();
  const tx = (await connection.get()).transaction([...FACT_STORES]);
  // A preview shows warnings; it does not need them accepted to say what would happen.
  const by = { origin: 'manual', accepted: CHECK_CODES, undoSeconds, ids, now } as const;
  const { request, facts, resolved, sequences, senders } = await prepareEnrollment(tx, choices, by);
  const [choicesOfSender, status] = await Promise.all([
    Promise.all(senders.map((sender) => senderChoice(tx, sender, now))),
    statusOf(tx, resolved),
  ]);
  const decision = decide(request, facts, now);
  const subject = subjectOf(request, facts, now);
  const plan = planOf(subject);
  const email = plan && firstEmail(plan, request.contact, choices.edited);
  return {
    sequences: sequences.map(({ id, name, steps, lastUsedAt }) => ({
      id,
      name,
      steps,
      ...(lastUsedAt !== undefined && { lastUsedAt }),
    })),
    senders: choicesOfSender,
    ...(facts.sequence && { sequenceId: facts.sequence.id }),
    ...(facts.sender && { senderId: facts.sender.id }),
    ...(subject.from && { from: subject.from }),
    ...(subject.to && { to: subject.to }),
    recipients: request.contact.emails,
    startStep: request.startStep + 1,
    ...(subject.zone && { zone: subject.zone, zoneSource: subject.zoneSource }),
    plan: plan && email ? planView(plan, request.contact, email.subject) : [],
    ...(email && { email }),
    checks: decision.checks,
    allowed: decision.kind === 'enroll',
    undoSeconds,
    status,
  };
}

/** The steps as the contact will see them: in one thread, they all carry the first subject. */
function planView(
  { steps, sequence, sender, to }: EnrollmentPlan,
  contact: Contact,
  firstSubject: string,
): EnrollmentPreview['plan'] {
  return steps.map(({ step, index, at }) => ({
    stepId: step.id,
    number: index + 1,
    kind: step.kind,
    subject:
      sequence.threading || step === steps[0].step
        ? firstSubject
        : emailOfStep(step, { contact, to, sender }).subject,
    at,
  }));
}

function firstEmail(
  { steps: [first], to, sender }: EnrollmentPlan,
  contact: Contact,
  edited: EditedEmail | undefined,
): EditedEmail {
  const own = edited?.stepId === first.step.id ? edited : undefined;
  const { subject, body } = emailOfStep(
    first.step,
    { contact, to, sender },
    own && { edited: own },
  );
  return { stepId: first.step.id, subject, body };
}
