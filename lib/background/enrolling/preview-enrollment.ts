import type { WorkerDeps } from '@/lib/background/deps';
import type { Contact } from '@/lib/domain/contact/contact';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { CHECK_CODES } from '@/lib/domain/enrollment/check';
import { decide, planOf } from '@/lib/domain/enrollment/decide';
import type { EnrollmentPlan } from '@/lib/domain/enrollment/decision';
import type { EditedEmail } from '@/lib/domain/enrollment/enrollment';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import { subjectOf } from '@/lib/domain/enrollment/subject';
import { emailOfStep } from '@/lib/domain/message/email-of-step';
import { placeholdersIn } from '@/lib/domain/message/placeholders-in';
import { renderTemplate } from '@/lib/domain/message/render-template';
import { tokenFields } from '@/lib/domain/message/token-fields';
import { isTaskStep, type Step } from '@/lib/domain/sequence/step';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrollmentPreview, SequenceChoice } from '@/lib/rpc/views';
import { senderChoice } from '@/lib/store/overview';
import type { SequenceHead } from '@/lib/store/schema';
import { readPausedAll } from '@/lib/store/standing';
import { prepareEnrollment } from './prepare-enrollment';
import { FACT_STORES } from './shared-facts';
import { statusOf } from './status-of';

/** Everything the Enroll popover shows, decided exactly as enrolling would decide it. */
export async function previewEnrollment(
  { connection, ids, clock, settings }: WorkerDeps,
  choices: Choices,
): Promise<EnrollmentPreview> {
  const rules = await settings();
  const now = clock.now();
  const tx = (await connection.get()).transaction([...FACT_STORES]);
  // A preview shows warnings; it does not need them accepted to say what would happen.
  const by = {
    origin: 'manual',
    accepted: CHECK_CODES,
    batch: { size: 1 },
    settings: rules,
    ids,
    now,
  } as const;
  const { request, facts, resolved, shared } = await prepareEnrollment(tx, choices, by);
  const [choicesOfSender, status, pausedAll] = await Promise.all([
    Promise.all(shared.senders.map((sender) => senderChoice(tx, sender, now))),
    statusOf(tx, resolved),
    readPausedAll(tx),
  ]);
  const decision = decide(request, facts, now);
  const subject = subjectOf(request, facts, now);
  const hold = pausedAll !== undefined ? 'pausedAll' : subject.away ? 'away' : undefined;
  const plan = planOf(subject);
  const email = plan && firstEmail(plan, request);
  return {
    sequences: shared.sequences.map(sequenceChoice),
    senders: choicesOfSender,
    ...(facts.sequence && { sequenceId: facts.sequence.id }),
    ...(facts.sender && { senderId: facts.sender.id }),
    ...(subject.from && { from: subject.from }),
    ...(subject.to && { to: subject.to }),
    placeholders: placeholdersOf(request, facts),
    ownerProperties: ownerProperties(request.contact),
    offers: decision.offers,
    recipients: request.contact.emails,
    startStep: request.startStep + 1,
    ...(subject.zone && { zone: subject.zone, zoneSource: subject.zoneSource }),
    plan: plan ? planView(plan, request) : [],
    ...(email && { email }),
    checks: decision.checks,
    allowed: decision.kind === 'enroll',
    ...(hold && { hold }),
    undoSeconds: rules.undoSeconds,
    status,
  };
}

/** Names of what a rep has to type for the emails that are still to come. */
export function placeholdersOf(
  { startStep, edited }: Pick<EnrollRequest, 'startStep' | 'edited'>,
  { sequence }: Facts,
): readonly string[] {
  const steps = (sequence?.steps ?? []).slice(startStep);
  return placeholdersIn(steps.filter(({ id }) => id !== edited?.stepId));
}

export function sequenceChoice({ id, name, steps, lastUsedAt }: SequenceHead): SequenceChoice {
  return { id, name, steps, ...(lastUsedAt !== undefined && { lastUsedAt }) };
}

function ownerProperties({ properties }: Contact): readonly string[] {
  return Object.entries(properties)
    .filter(([, value]) => parseEmailAddress(value) !== undefined)
    .map(([name]) => name);
}

/** The steps as they will run: emails in one thread all carry the first one's subject. */
export function planView(
  plan: EnrollmentPlan,
  request: Pick<EnrollRequest, 'contact' | 'placeholders' | 'edited'>,
): EnrollmentPreview['plan'] {
  const { steps, sequence, sender, to } = plan;
  const { contact, placeholders } = request;
  const first = firstEmail(plan, request);
  const fields = { values: tokenFields(contact, to, sender), placeholders };
  const nameOf = (step: Step) => {
    if (isTaskStep(step)) return renderTemplate(step.title, fields).text;
    if (first && (sequence.settings.threading || step.id === first.stepId)) return first.subject;
    return emailOfStep(step, { contact, to, sender }, { placeholders }).subject;
  };
  return steps.map(({ step, index, at }) => ({
    stepId: step.id,
    number: index + 1,
    kind: step.kind,
    subject: nameOf(step),
    at,
  }));
}

/** The first email that leaves by itself, as it would. */
export function firstEmail(
  { steps, to, sender }: EnrollmentPlan,
  { contact, placeholders, edited }: Pick<EnrollRequest, 'contact' | 'placeholders' | 'edited'>,
): EditedEmail | undefined {
  const step = steps.map((planned) => planned.step).find((one) => !isTaskStep(one));
  if (step === undefined || isTaskStep(step)) return undefined;
  const own = edited?.stepId === step.id ? edited : undefined;
  const { subject, body } = emailOfStep(
    step,
    { contact, to, sender },
    { placeholders, ...(own && { edited: own }) },
  );
  return { stepId: step.id, subject, body };
}
