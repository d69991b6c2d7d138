import type { WorkerDeps } from '@/lib/background/deps';
import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import { noteConnection } from '@/lib/background/senders/note-connection';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { Sender } from '@/lib/domain/sender/sender';
import { createLocalEngine } from '@/lib/engines/local/create-local-engine';
import type { EngineDeps } from '@/lib/engines/local/deps';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import { createGmailMailbox } from '@/lib/mailboxes/gmail/create-gmail-mailbox';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { openDatabase } from '@/lib/store/database';
import type { Database, SequenceHead } from '@/lib/store/schema';
import { putSender } from '@/lib/store/senders';
import { addSequenceVersion } from '@/lib/store/sequences';
import { countingIds } from '../support/builders';
import { createFakeLocks } from '../support/fake-locks';
import { createGmailAccount } from '../support/gmail-account';
import { createLife, type Life } from '../support/life';
import { type Cast, castOf } from './cast';
import { createFetch, createTokens, type Outside } from './network';
import type { Arrival } from './people';
import { createStory, type Stop, type Story } from './story';

export interface SimWorld {
  readonly story: Story;
  readonly cast: Cast;
  readonly database: Database;
  readonly outsides: ReadonlyMap<string, Outside>;
  readonly arrivals: Arrival[];
  /** When the worker asked to be woken; the earliest counts. */
  alarm: number | undefined;
  /** What the rep does at the next moment that chance gives them. */
  readonly begin: (atPoint: (life: SimLife, what: string) => void) => SimLife;
}

/** One life of the worker, with everything that its use cases need. */
export interface SimLife {
  readonly life: Life;
  readonly deps: WorkerDeps & Pick<EngineDeps, 'readMail'>;
  /** What the rep has asked for and is not answered yet. */
  readonly pending: Promise<unknown>[];
}

export async function openSimWorld(seed: number): Promise<SimWorld> {
  const cast = castOf(createStory(seed, 0).chance);
  const story = createStory(seed, cast.start);
  const database = await openDatabase({ name: `seed-${seed}` });
  const tx = database.transaction(['senders', 'sequences', 'sequenceVersions'], 'readwrite');
  for (const sender of cast.senders) await putSender(tx, sender);
  for (const sequence of cast.sequences) await addSequenceVersion(tx, sequence);
  await tx.done;
  const outsides = new Map<string, Outside>(
    cast.senders.map(({ id, address }) => [
      id,
      {
        account: createGmailAccount(address, cast.lag, story.chance.shuffled),
        isRevoked: false,
        late: [],
      },
    ]),
  );
  const ids = countingIds();
  const world: SimWorld = {
    story,
    cast,
    database,
    outsides,
    arrivals: [],
    alarm: undefined,
    begin: (atPoint) => beginLife(world, ids, atPoint),
  };
  return world;
}

export function outsideOf({ outsides }: SimWorld, id: string): Outside {
  const outside = outsides.get(id);
  if (outside === undefined) throw new Error(`nobody sends as ${id}`);
  return outside;
}

function beginLife(
  world: SimWorld,
  ids: WorkerDeps['ids'],
  atPoint: (life: SimLife, what: string) => void,
): SimLife {
  const { story } = world;
  // Of what a dead worker had begun, nothing is on its way any more.
  story.goingOn.clear();
  const onPoint = (what: string) => atPoint(sim, what);
  const life = createLife({
    disk: async () => world.database,
    atPoint: onPoint,
    onWrite: (store, row) => {
      if (store === 'outbox') noteRow(story, row as OutboxRow);
    },
    onCommit: (store, row) => {
      if (store === 'enrollments') noteKept(story, row as Enrollment);
      if (store === 'sequences') noteHead(story, row as SequenceHead);
    },
  });
  const mailboxOf = (sender: Sender) => {
    const outside = outsideOf(world, sender.id);
    return createGmailMailbox({
      fetch: createFetch({ story, outside, life, atPoint: onPoint }),
      tokens: createTokens({ story, outside }),
      clock: { now: () => story.now },
    });
  };
  const base = {
    connection: life.connection,
    clock: { now: () => story.now },
    changed: () => undefined,
    mailboxOf,
    ids,
    settings: async () => ({ ...DEFAULT_SETTINGS, undoSeconds: 5, coolOffDays: 0 }),
  };
  const unexpected = (where: string, cause: unknown) => {
    story.problems.push(`unexpected in ${where}: ${cause instanceof Error ? cause.stack : cause}`);
  };
  const readMail: EngineDeps['readMail'] = (sender, signal) =>
    watchMailbox(
      { ...base, exit: (id, reason) => exitEnrollment(base, id, reason) },
      sender,
      signal,
    );
  const engine = createLocalEngine({
    ...base,
    locks: createFakeLocks(),
    random: story.chance.next,
    readMail,
    noteConnection: (sender, failure) => noteConnection(base, sender, failure),
    unsubscribeLine: () => 'Reply "unsubscribe".',
    report: unexpected,
  });
  const at = async (instant: number) => {
    world.alarm = Math.min(world.alarm ?? instant, instant);
  };
  const sim: SimLife = {
    life,
    pending: [],
    deps: {
      ...base,
      engine,
      readMail,
      wake: { ensureTick: async () => undefined, at, onWake: () => undefined },
      log: { unexpected },
    },
  };
  return sim;
}

/** What a rep takes back by letting an enrollment go on. */
const OF_REP = new Set(['paused', 'unenrolled']);

/** What is on disk about an enrollment, whether or not somebody has heard of it. */
function noteKept(story: Story, enrollment: Enrollment): void {
  if (isLive(enrollment)) story.ended.delete(enrollment.id);
  else story.ended.add(enrollment.id);
  const goesOn = isLive(enrollment) && enrollment.state.kind !== 'paused';
  if (!goesOn || !isGoingOn(story, enrollment.id)) return;
  lift(story, ({ enrollmentId, why }) => enrollmentId === enrollment.id && OF_REP.has(why));
}

function noteHead(story: Story, { id, paused }: SequenceHead): void {
  if (!paused && isGoingOn(story, id)) lift(story, ({ why }) => why === `${id} paused`);
}

function isGoingOn({ goingOn }: Story, id: Enrollment['id'] | SequenceHead['id']): boolean {
  return (goingOn.get(id) ?? 0) > 0;
}

function lift(story: Story, isOver: (stop: Stop) => boolean): void {
  for (const stop of story.stops) {
    if (isOver(stop)) stop.until = Math.min(stop.until, story.order);
  }
}

/** Keeps what the engine writes down, for asking later whether it was right. */
function noteRow(story: Story, row: OutboxRow): void {
  const { key, enrollmentId, senderId, stepIndex, handedOverAt, dueAt } = row;
  if (!story.plannedAt.has(key)) story.plannedAt.set(key, dueAt);
  if (handedOverAt === undefined || row.state !== 'sending') return;
  const last = story.handOvers.findLast((one) => one.key === key);
  if (last?.at === handedOverAt) return;
  story.tell(`hands over ${key}`);
  if (story.ended.has(enrollmentId)) story.problems.push(`${key} is handed over after its end`);
  const { order } = story;
  story.handOvers.push({ key, enrollmentId, senderId, stepIndex, at: handedOverAt, order });
}
