import type { SequenceId } from '@/lib/domain/ids';
import { useOf } from '@/lib/domain/limits/rolling-limit';
import type { Sender } from '@/lib/domain/sender/sender';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import type { Overview, SenderChoice } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import { limitBuckets } from './limits';
import { problemRows } from './problem-rows';
import type { Database } from './schema';
import { listAllSequences } from './sequence-list';
import { readCatchUp, readPausedAll } from './standing';
import type { ReadTx } from './transaction';

const STORES = [
  'sequences',
  'enrollments',
  'senders',
  'limits',
  'outbox',
  'tasks',
  'meta',
] as const;
/** Nobody has to know more exactly. */
const MOST_TASKS = 99;

/** What the popup shows, read in one transaction; grows with sequences and senders, not with contacts. */
export async function readOverview(database: Database, now: Instant): Promise<Overview> {
  const tx = database.transaction([...STORES]);
  const [heads, senders, rows, tasks, pausedAll, catchUp, loss] = await Promise.all([
    listAllSequences(tx),
    storedSenders(tx),
    problemRows(tx),
    countDueTasks(tx, now),
    readPausedAll(tx),
    readCatchUp(tx),
    tx.objectStore('meta').get('loss'),
  ]);
  const running = heads.filter((head) => head.live > 0);
  const sequences = await Promise.all(
    running.map(async (head) => {
      const nextAt = await nextOf(tx, head.id);
      return {
        id: head.id,
        name: head.name,
        active: head.live,
        ...(nextAt !== undefined && { nextAt }),
      };
    }),
  );
  const choices = await Promise.all(senders.map((sender) => senderChoice(tx, sender, now)));
  const told = catchUp?.isOpen ? undefined : catchUp?.done;
  return {
    sequences,
    senders: choices,
    tasks,
    ...(pausedAll !== undefined && { pausedAll }),
    ...(catchUp && told && { catchUp: { since: catchUp.since, ...told } }),
    ...(loss?.key === 'loss' && { loss: loss.value }),
    problems: problemsOf(senders, rows),
  };
}

/** As they were written; a schema for every field would be a third of the popup. */
async function storedSenders(tx: ReadTx<'senders'>): Promise<readonly Sender[]> {
  const senders = await tx.objectStore('senders').getAll();
  return senders.sort((a, b) => a.connectedAt - b.connectedAt);
}

/** A sender with what is left of its limit. */
export async function senderChoice(
  tx: ReadTx<'limits'>,
  sender: Sender,
  now: Instant,
): Promise<SenderChoice> {
  const { used, scheduled } = useOf(await limitBuckets(tx, sender.id, now), now);
  return {
    id: sender.id,
    address: sender.address,
    name: sender.name,
    kind: sender.kind,
    addresses: sender.addresses,
    connection: sender.connection,
    limit: { limit: senderLimit(sender), used, scheduled },
    zone: sender.zone,
    seat: sender.seat,
    shared: sender.shared,
    providerLimit: sender.dailyLimit,
    ...(sender.adminLimit !== undefined && { adminLimit: sender.adminLimit }),
    perMinute: sender.perMinute,
    ...(sender.meetingLink !== undefined && { meetingLink: sender.meetingLink }),
    ...(sender.calendar && { calendar: sender.calendar.state }),
    away: sender.away,
  };
}

/** Due until this computer's day is over, which is the rep's own. */
export async function countDueTasks(tx: ReadTx<'tasks'>, now: Instant): Promise<number> {
  const today = IDBKeyRange.upperBound(new Date(now).setHours(24, 0, 0, 0), true);
  return (await tx.objectStore('tasks').index('open').getAll(today, MOST_TASKS)).length;
}

async function nextOf(tx: ReadTx<'enrollments'>, id: SequenceId): Promise<Instant | undefined> {
  const range = IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
  const next = await tx.objectStore('enrollments').index('liveNext').openKeyCursor(range);
  const at = Array.isArray(next?.key) ? next.key[1] : undefined;
  // Those that are paused come last, at an instant that never comes.
  return typeof at === 'number' && at < Number.MAX_SAFE_INTEGER ? at : undefined;
}

function problemsOf(
  senders: readonly Sender[],
  rows: Awaited<ReturnType<typeof problemRows>>,
): Overview['problems'] {
  const problems = new Map<string, Overview['problems'][number]>();
  for (const sender of senders) {
    if (sender.connection === 'connected') continue;
    const code = sender.connection;
    problems.set(`${code}/${sender.id}`, {
      code,
      senderId: sender.id,
      address: sender.address,
      count: 0,
    });
  }
  for (const { waiting, senderId } of rows) {
    // Days off are said where the sender is, they are no problem.
    if (waiting === undefined || waiting === 'away') continue;
    const key = `${waiting}/${senderId}`;
    const address = senders.find((sender) => sender.id === senderId)?.address;
    const count = (problems.get(key)?.count ?? 0) + 1;
    problems.set(key, { code: waiting, senderId, ...(address && { address }), count });
  }
  return [...problems.values()];
}
