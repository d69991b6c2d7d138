import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import { type Ids, type SequenceId, sequenceIdSchema, stepIdSchema } from '@/lib/domain/ids';
import { checkTemplate } from '@/lib/domain/message/check-template';
import type { Access } from '@/lib/domain/sequence/access';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Step } from '@/lib/domain/sequence/step';
import type { Parsed } from '@/lib/rpc/protocol';
import type { DraftStep } from '@/lib/rpc/sequence-messages';
import type { SequenceSaved } from '@/lib/rpc/sequence-views';
import { appendJournal } from '@/lib/store/journal';
import { addSequenceVersion, currentSequence } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';

const STORES = ['sequences', 'sequenceVersions', 'journal'] as const;

/**
 * Keeps a sequence: a new one, or the next version of one. Whoever is in it goes on with the version
 * that they began with, and a version that somebody else saved meanwhile is never overwritten.
 */
export async function saveSequence(
  deps: WorkerDeps,
  { id, basedOn, name, steps, settings, access }: Parsed<'sequence.save'>,
): Promise<SequenceSaved> {
  const errors = checkTemplate(steps);
  if (errors.length > 0) return { kind: 'invalid', errors };
  const database = await deps.connection.get();
  const saved = await writeAtOnce(database, STORES, async (tx): Promise<SequenceSaved> => {
    const before = id && (await currentSequence(tx, id));
    if (id !== undefined && (!before || before.head.state === 'deleted')) {
      return { kind: 'missing' };
    }
    if (before && before.head.version !== (basedOn ?? before.head.version)) {
      return { kind: 'conflict', version: before.head.version };
    }
    const known = before ? before.sequence.steps : [];
    return addVersion(tx, deps, {
      id: before ? before.head.id : newSequenceId(deps.ids),
      version: before ? before.head.version + 1 : 1,
      name,
      steps: withIds(steps, known, deps.ids),
      settings,
      access: lowered(access),
      owner: before ? before.head.owner : 'local',
      state: before ? before.head.state : 'active',
    });
  });
  if (saved.kind === 'saved') deps.changed();
  return saved;
}

/** A sequence of one's own that begins as another is now. */
export async function duplicateSequence(
  deps: WorkerDeps,
  { id, name }: Parsed<'sequence.duplicate'>,
): Promise<SequenceSaved> {
  const database = await deps.connection.get();
  const saved = await writeAtOnce(database, STORES, async (tx): Promise<SequenceSaved> => {
    const before = await currentSequence(tx, id);
    if (before === undefined || before.head.state === 'deleted') return { kind: 'missing' };
    return addVersion(tx, deps, {
      ...before.sequence,
      id: newSequenceId(deps.ids),
      version: 1,
      name,
      steps: withIds(before.sequence.steps, [], deps.ids),
      owner: 'local',
      state: 'active',
    });
  });
  if (saved.kind === 'saved') deps.changed();
  return saved;
}

async function addVersion(
  tx: WriteTx<(typeof STORES)[number]>,
  { clock }: WorkerDeps,
  sequence: Omit<Sequence, 'createdAt'>,
): Promise<{ readonly kind: 'saved'; readonly id: SequenceId; readonly version: number }> {
  const now = clock.now();
  const { id, version, name } = sequence;
  await addSequenceVersion(tx, { ...sequence, createdAt: now });
  await appendJournal(tx, {
    at: now,
    code: 'sequenceSaved',
    actor: 'person',
    params: { sequence: name, version },
  });
  return { kind: 'saved', id, version };
}

/** Steps keep the ids they had, each once; the first one waits for nothing. */
function withIds(drafts: readonly DraftStep[], known: readonly Step[], ids: Ids): Step[] {
  const free = new Set(known.map((step) => step.id));
  return drafts.map(({ id, ...draft }, index) => ({
    ...draft,
    id: id !== undefined && free.delete(id) ? id : v.parse(stepIdSchema, ids.next()),
    delay: index === 0 ? { days: 0, minutes: 0 } : draft.delay,
  }));
}

/** Users are addresses, and two spellings of one are the same user. */
function lowered(access: Access): Access {
  return access.kind === 'specific'
    ? { ...access, users: access.users.map((user) => user.trim().toLowerCase()) }
    : access;
}

function newSequenceId(ids: Ids): SequenceId {
  return v.parse(sequenceIdSchema, ids.next());
}
