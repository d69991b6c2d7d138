import type { WorkerDeps } from '@/lib/background/deps';
import { openPreparation, type Prepared } from '@/lib/background/enrolling/prepare-enrollment';
import {
  placeholdersOf,
  planView,
  sequenceChoice,
} from '@/lib/background/enrolling/preview-enrollment';
import { FACT_STORES } from '@/lib/background/enrolling/shared-facts';
import { displayName } from '@/lib/domain/contact/contact-name';
import { CONFIRM_ABOVE, TYPE_NUMBER_ABOVE } from '@/lib/domain/enrollment/bulk-limits';
import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import { decide, planOf } from '@/lib/domain/enrollment/decide';
import type { Decision, EnrollmentPlan } from '@/lib/domain/enrollment/decision';
import { type Subject, subjectOf } from '@/lib/domain/enrollment/subject';
import type { BulkPreview, BulkPreviewRow } from '@/lib/rpc/bulk-views';
import type { Parsed } from '@/lib/rpc/protocol';
import { senderChoice } from '@/lib/store/overview';
import { choicesOf } from './bulk-choices';

interface Decided {
  readonly prepared: Prepared;
  readonly subject: Subject;
  readonly decision: Decision;
  readonly plan: EnrollmentPlan | undefined;
}

/**
 * What enrolling these people would do, decided one after the other as the bulk will: who comes
 * later knows the minutes, the places in the day and the colleagues that are taken by then.
 */
export async function bulkPreview(
  { connection, ids, clock, settings }: WorkerDeps,
  { people, choices }: Parsed<'bulk.preview'>,
): Promise<BulkPreview> {
  const by = {
    origin: 'bulk',
    accepted: choices.accepted ?? [],
    // How many there are is said once for all of them, by `confirm`.
    batch: { size: people.length, confirmed: people.length },
    settings: await settings(),
    ids,
    now: clock.now(),
  } as const;
  const tx = (await connection.get()).transaction([...FACT_STORES]);
  const preparation = await openPreparation(tx, by);
  const decided: Decided[] = [];
  for (const person of people) {
    const prepared = await preparation.prepare(choicesOf(person, choices));
    const { request, facts } = prepared;
    const subject = subjectOf(request, facts, by.now);
    const decision = decide(request, facts, by.now);
    if (decision.kind === 'enroll') preparation.enrolled(prepared, decision.plan);
    const plan = decision.kind === 'enroll' ? decision.plan : planOf(subject);
    decided.push({ prepared, subject, decision, plan });
  }
  const senders = await Promise.all(
    (decided[0]?.prepared.shared.senders ?? []).map((sender) => senderChoice(tx, sender, by.now)),
  );
  return { ...whatIsChosen(decided[0]), senders, ...summary(decided) };
}

/** The same for all of them. */
function whatIsChosen(first: Decided | undefined) {
  const { sequence, sender } = first?.prepared.facts ?? {};
  return {
    sequences: (first?.prepared.shared.sequences ?? []).map(sequenceChoice),
    ...(sequence && { sequenceId: sequence.id }),
    ...(sender && { senderId: sender.id }),
    ...(first?.subject.from && { from: first.subject.from }),
    placeholders: first ? placeholdersOf(first.prepared.request, first.prepared.facts) : [],
  };
}

function summary(decided: readonly Decided[]) {
  const rows = decided.map(rowOf);
  const count = (result: BulkPreviewRow['result']) =>
    rows.filter((row) => row.result === result).length;
  const enrolling = decided.flatMap(({ decision }) =>
    decision.kind === 'enroll' ? [decision.plan.steps[0].at] : [],
  );
  const shown = decided.find(({ decision }) => decision.kind === 'enroll') ?? decided.find(isOpen);
  return {
    rows,
    ready: count('ready'),
    warned: count('warned'),
    blocked: count('blocked'),
    warnings: warningsOf(decided),
    plan: shown?.plan ? planView(shown.plan, shown.prepared.request) : [],
    ...(enrolling.length > 0 && { lastFirstAt: Math.max(...enrolling) }),
    confirm: confirmationOf(rows.length),
  };
}

function rowOf({ prepared, subject, decision, plan }: Decided): BulkPreviewRow {
  const { contact } = prepared.request;
  const failed = decision.checks.filter(({ result }) => result !== 'pass');
  return {
    name: displayName(contact),
    ...(subject.to && { address: subject.to }),
    result: resultOf(decision),
    checks: [...failed].sort((a, b) => rank(a) - rank(b)),
    ...(plan && { firstAt: plan.steps[0].at }),
  };
}

function resultOf({ kind, checks }: Decision): BulkPreviewRow['result'] {
  if (kind === 'enroll') return 'ready';
  return checks.some(({ result }) => result === 'block') ? 'blocked' : 'warned';
}

function isOpen({ decision }: Decided): boolean {
  return resultOf(decision) !== 'blocked';
}

function rank({ result }: Check): number {
  return result === 'block' ? 0 : 1;
}

/** Accepted ones as well, so that accepting can be taken back. */
function warningsOf(decided: readonly Decided[]): readonly CheckCode[] {
  const found = decided
    .flatMap(({ decision }) => decision.checks)
    .filter(({ result, overridable }) => result === 'warn' && overridable);
  return [...new Set(found.map(({ code }) => code))];
}

function confirmationOf(size: number): BulkPreview['confirm'] {
  if (size > TYPE_NUMBER_ABOVE) return 'type';
  return size > CONFIRM_ABOVE ? 'say' : 'nothing';
}
