import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Exits } from '@/lib/domain/sequence/settings';
import type { EnrolledStatus } from '@/lib/rpc/views';
import { MINUTE, SECOND } from '@/lib/time/instant';
import { aHead } from './arrivals';
import { address, aSender, aSequence, enrollmentId } from './builders';
import { aPerson, enrolled } from './people';
import { createUseCaseWorld, type UseCaseWorld } from './use-case-world';

const never = new AbortController().signal;

/** Rita sells; Ada and Bob work at Engines, Eve works elsewhere. All of them are in one sequence. */
export interface AnswersWorld {
  readonly world: UseCaseWorld;
  /** Ada has got the first email, the second is due in three days. */
  readonly ada: EnrolledStatus;
  /** Bob and Eve, whom only some tests need. */
  readonly others: () => Promise<{ readonly bob: EnrolledStatus; readonly eve: EnrolledStatus }>;
  /** A message arrives and is read. */
  readonly read: (head: MessageHead, text?: string) => Promise<void>;
  readonly stateOf: (who: EnrolledStatus) => Promise<Enrollment['state'] | undefined>;
  readonly codes: () => Promise<readonly string[]>;
  readonly runDue: () => Promise<void>;
}

export const ADA = 'ada@engines.example.net';

export async function createAnswersWorld(exits: Partial<Exits> = {}): Promise<AnswersWorld> {
  const sequence = aSequence();
  const settings = {
    ...sequence.settings,
    sameCompany: 'allow' as const,
    exits: { ...sequence.settings.exits, ...exits },
  };
  const rita = aSender({
    address: address('rita@seller.example.com'),
    addresses: [{ address: address('rita@seller.example.com'), name: 'Rita', isDefault: true }],
  });
  const world = await createUseCaseWorld({
    senders: [rita],
    sequences: [{ ...sequence, settings }],
  });
  const enroll = (name: string, email: string) =>
    enrolled(world, aPerson({ name, emails: [email], zone: 'Europe/Warsaw' }));
  const runDue = () => world.deps.engine.runDue(never);
  const ada = await enroll('Ada King', ADA);
  world.now += 10 * SECOND;
  await runDue();
  world.now += MINUTE;
  return {
    world,
    ada,
    others: async () => ({
      bob: await enroll('Bob Stone', 'bob@engines.example.net'),
      eve: await enroll('Eve Moon', 'eve@elsewhere.example.org'),
    }),
    read: async (head, text) => {
      world.provider.inbox.push(head);
      if (text !== undefined) world.provider.texts.set(head.messageId, text);
      await world.readMail(rita);
    },
    stateOf: async ({ enrollmentId: id }) =>
      (await (await world.database()).get('enrollments', enrollmentId(id)))?.state,
    codes: async () => (await (await world.database()).getAll('journal')).map(({ code }) => code),
    runDue,
  };
}

/** A message of Ada's in our conversation, unless it says otherwise. */
export function fromAda(
  { world }: AnswersWorld,
  headers: Readonly<Record<string, string>> = {},
  rest: Partial<Omit<MessageHead, 'headers'>> = {},
): MessageHead {
  return aHead(
    { from: ADA, to: 'rita@seller.example.com', subject: 'Re: A question, Ada', ...headers },
    { at: world.now, threadId: 'thread-1', ...rest },
  );
}
