import type { Mailbox } from '@/lib/mailboxes/mailbox';
import type { WorkerWorld } from './worker-world';

/** What a mailbox is asked to do. */
type Verb = Exclude<keyof Mailbox, 'kind'>;

/** From here on the mailbox of a world does this instead, `times` times. */
export function instead<Name extends Verb>(
  { provider }: WorkerWorld,
  verb: Name,
  does: (real: Mailbox[Name], ...given: Parameters<Mailbox[Name]>) => ReturnType<Mailbox[Name]>,
  times = 1,
): void {
  const { mailbox } = provider;
  const real = mailbox[verb];
  let left = times;
  const changed = (...given: Parameters<Mailbox[Name]>) =>
    left-- > 0 ? does(real, ...given) : Reflect.apply(real, mailbox, given);
  Object.assign(provider, { mailbox: { ...mailbox, [verb]: changed } });
}

/** The row of the first step of the first who was enrolled. */
export async function firstRowOf(world: WorkerWorld) {
  const rows = await (await world.database()).getAll('outbox');
  const row = rows.find(({ stepIndex }) => stepIndex === 0);
  if (row === undefined) throw new Error('a row');
  return row;
}
