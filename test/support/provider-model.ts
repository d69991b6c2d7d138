import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Mailbox, MailboxFailure } from '@/lib/mailboxes/mailbox';
import { address } from './builders';

/** What may happen to one request: nothing, or one of these. */
export type Fault =
  /** The worker dies before the request leaves. */
  | 'diesBefore'
  /** The request takes effect; the worker dies before the answer. */
  | 'diesAfter'
  /** The request takes effect; the answer is lost. */
  | 'answerLost'
  /** The provider fails without effect. */
  | 'fails'
  | 'throttles';

export interface ProviderModel {
  readonly mailbox: Mailbox;
  readonly drafts: Map<string, { readonly key: string; readonly threadId?: string }>;
  readonly sent: { readonly key: string; readonly threadId: string; readonly mime: string }[];
  readonly calls: string[];
  /** Messages that the next look at the mailbox shows. */
  readonly inbox: MessageHead[];
  /** What messages say, by their id, for those that say anything. */
  readonly texts: Map<string, string>;
}

const NEVER = new Promise<never>(() => undefined);

/**
 * A mailbox as the provider documents it, in memory: a draft that was sent is gone, and sending it
 * again finds nothing. `faultAt(n)` says what happens to the n-th request, counted from 1 over all
 * lives of the worker.
 */
export function createProviderModel(faultAt: (call: number) => Fault | undefined): ProviderModel {
  const drafts: ProviderModel['drafts'] = new Map();
  const sent: ProviderModel['sent'] = [];
  const mimes = new Map<string, string>();
  const calls: string[] = [];
  const inbox: MessageHead[] = [];
  const texts: ProviderModel['texts'] = new Map();
  let drafted = 0;

  async function request<T>(name: string, effect: () => T): Promise<T | MailboxFailure> {
    calls.push(name);
    switch (faultAt(calls.length)) {
      case 'diesBefore':
        return NEVER;
      case 'diesAfter':
        effect();
        return NEVER;
      case 'answerLost':
        effect();
        return { kind: 'unavailable' };
      case 'fails':
        return { kind: 'unavailable' };
      case 'throttles':
        return { kind: 'throttled' };
      case undefined:
        return effect();
    }
  }
  const ok = <T>(value: T) => ({ kind: 'ok', value }) as const;
  const messageOf = (index: number, threadId: string) => ({
    messageId: `message-${index}`,
    threadId,
    messageIdHeader: `<message-${index}@mail.example.com>`,
  });

  const mailbox: Mailbox = {
    kind: 'gmail',
    profile: () =>
      request('profile', () =>
        ok({
          address: address('rep@example.com'),
          addresses: [{ address: address('rep@example.com'), name: 'Robin Rep', isDefault: true }],
          cursor: '1',
          dailyLimit: 1_000,
        }),
      ),
    createDraft: ({ key, mime, threadId }) =>
      request('createDraft', () => {
        const draftId = `draft-${++drafted}`;
        drafts.set(draftId, { key, ...(threadId !== undefined && { threadId }) });
        mimes.set(draftId, mime);
        return ok({ draftId });
      }),
    findDraft: (key) =>
      request('findDraft', () => {
        const found = [...drafts].find(([, draft]) => draft.key === key);
        return ok(found && { draftId: found[0] });
      }),
    hasDraft: (id) => request('hasDraft', () => ok(drafts.has(id))),
    sendDraft: (id) =>
      request('sendDraft', () => {
        const draft = drafts.get(id);
        if (draft === undefined) return { kind: 'gone' } as const;
        drafts.delete(id);
        const threadId = draft.threadId ?? `thread-${sent.length + 1}`;
        sent.push({ key: draft.key, threadId, mime: mimes.get(id) ?? '' });
        return ok(messageOf(sent.length, threadId));
      }),
    deleteDraft: (id) =>
      request('deleteDraft', () => {
        drafts.delete(id);
        return ok(undefined);
      }),
    findSent: ({ key }) =>
      request('findSent', () => {
        const index = sent.findIndex((message) => message.key === key);
        return ok(index === -1 ? undefined : messageOf(index + 1, sent[index]?.threadId ?? ''));
      }),
    readText: (id) => request('readText', () => ok(texts.get(id))),
    readMessageId: (id) => request('readMessageId', () => ok(`<${id}@mail.example.com>`)),
    changesSince: ({ cursor }) =>
      request('changesSince', () => {
        const messages = inbox.splice(0);
        return ok({ messages, cursor, more: false, resynced: false });
      }),
  };
  return { mailbox, drafts, sent, calls, inbox, texts };
}
