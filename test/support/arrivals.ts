import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Mailbox, MailboxChanges, MailboxResult } from '@/lib/mailboxes/mailbox';
import type { UseCaseWorld } from './use-case-world';

let arrived = 0;

/** A message that has just arrived; header names are given lower-cased. */
export function aHead(
  headers: Readonly<Record<string, string>>,
  overrides: Partial<Omit<MessageHead, 'headers'>> & { readonly at: number },
): MessageHead {
  arrived += 1;
  return {
    messageId: `arrived-${arrived}`,
    threadId: `other-thread-${arrived}`,
    own: false,
    headers: new Map(Object.entries(headers)),
    ...overrides,
  };
}

export interface Asked {
  readonly cursor: string;
  readonly polledAt: number;
}

/** A mailbox whose next looks at new mail are these, one per look; after them there is nothing new. */
export function showNext(
  world: UseCaseWorld,
  ...looks: readonly (Partial<MailboxChanges> | Exclude<MailboxResult<never>, { kind: 'ok' }>)[]
): readonly Asked[] {
  const asked: Asked[] = [];
  const changesSince: Mailbox['changesSince'] = async (query) => {
    const look = looks[asked.length];
    asked.push(query);
    if (look !== undefined && 'kind' in look) return look;
    const nothing = { messages: [], cursor: query.cursor, more: false, resynced: false };
    return { kind: 'ok', value: { ...nothing, ...look } };
  };
  world.mailbox = { ...world.provider.mailbox, changesSince };
  return asked;
}
