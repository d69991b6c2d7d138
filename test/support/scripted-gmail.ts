import { createGmailMailbox } from '@/lib/mailboxes/gmail/create-gmail-mailbox';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { json, type ScriptedAnswer, scriptedFetch } from './scripted-fetch';

export const NOT_FOUND = () => json(404, { error: { errors: [{ reason: 'notFound' }] } });
export const BUSY = () => json(503, {});

/** The Gmail mailbox over a scripted Gmail, for what the emulator cannot be made to do. */
export function aMailbox(...answers: readonly ScriptedAnswer[]) {
  const { fetch, requests } = scriptedFetch(...answers);
  const token = { kind: 'ok', value: 'token' } as const;
  const mailbox: Mailbox = createGmailMailbox({
    fetch,
    tokens: { current: async () => token, renew: async () => token },
    clock: { now: () => 0 },
  });
  return {
    mailbox,
    requests,
    paths: () => requests.map((r) => `${r.method} ${r.url.pathname.slice(19)}`),
  };
}

export const aMessage = (
  id: string,
  labelIds: readonly string[] = ['INBOX'],
  headers: object[] = [],
) => json(200, { id, threadId: `t-${id}`, labelIds, internalDate: '1000', payload: { headers } });
