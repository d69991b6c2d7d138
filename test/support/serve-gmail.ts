import type { Instant } from '@/lib/time/instant';
import type { GmailAccount, Letter } from './gmail-account';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GmailCall {
  readonly method: string;
  /** Below `/gmail/v1/users/me/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const NOT_FOUND: Answer = { status: 404, body: { error: { errors: [{ reason: 'notFound' }] } } };
const ok = (body: unknown): Answer => ({ status: 200, body });

/** What Gmail does and answers, when nothing goes wrong. */
export function serveGmail(account: GmailAccount, call: GmailCall, now: Instant): Answer {
  account.showNew(now);
  const [what = '', id, ...more] = call.path.split('/');
  if (more.length > 0) return NOT_FOUND;
  switch (`${call.method} ${what}`) {
    case 'GET profile':
      return ok({ emailAddress: account.address, historyId: String(account.history.length + 1) });
    case 'POST drafts':
      return id === 'send' ? send(account, call, now) : create(account, call, now);
    case 'GET drafts':
      return id === undefined ? listDrafts(account) : readDraft(account, id);
    case 'DELETE drafts':
      return id !== undefined && account.drafts.get(id)?.goneAt === undefined && drop(account, id)
        ? { status: 204, body: undefined }
        : NOT_FOUND;
    case 'GET messages':
      return id === undefined ? listMessages(account, call, now) : readMessage(account, id);
    case 'GET history':
      return readHistory(account, Number(call.query.get('startHistoryId')));
    default:
      throw new Error(`the model of Gmail lacks ${call.method} ${call.path}`);
  }
}

function create(account: GmailAccount, { body }: GmailCall, now: Instant): Answer {
  const { message } = body as { message: { raw: string; threadId?: string } };
  const raw = new TextDecoder().decode(
    Uint8Array.fromBase64(message.raw, { alphabet: 'base64url' }),
  );
  return ok({ id: account.createDraft(raw, message.threadId, now).id });
}

function send(account: GmailAccount, { body }: GmailCall, now: Instant): Answer {
  const sent = account.sendDraft((body as { id: string }).id, now);
  return sent ? ok({ id: sent.id, threadId: sent.threadId }) : NOT_FOUND;
}

function drop(account: GmailAccount, id: string): boolean {
  const draft = account.drafts.get(id);
  if (draft) account.letters.delete(draft.message.id);
  return account.drafts.delete(id);
}

function listDrafts(account: GmailAccount): Answer {
  const drafts = [...account.drafts.values()].toReversed();
  return ok({ drafts: drafts.map(({ id, message }) => ({ id, message: { id: message.id } })) });
}

function readDraft(account: GmailAccount, id: string): Answer {
  return account.drafts.has(id) ? ok({ id }) : NOT_FOUND;
}

function listMessages(account: GmailAccount, { query }: GmailCall, now: Instant): Answer {
  const q = query.get('q') ?? '';
  const after = Number(/after:(-?\d+)/.exec(q)?.[1] ?? 0) * 1_000;
  const to = /to:(\S+)/.exec(q)?.[1];
  const label = query.get('labelIds');
  const fits = (letter: Letter) =>
    letter.at >= after &&
    letter.visibleAt <= now &&
    (label === null || letter.labels.includes(label)) &&
    (to === undefined || (letter.headers.get('to') ?? '').includes(to));
  const found = [...account.letters.values()].filter(fits).toReversed();
  return ok({ messages: found.map(({ id }) => ({ id })) });
}

function readMessage(account: GmailAccount, id: string): Answer {
  const letter = account.letters.get(id);
  if (letter === undefined) return NOT_FOUND;
  const headers = [...letter.headers].map(([name, value]) => ({ name, value }));
  return ok({
    id,
    threadId: letter.threadId,
    labelIds: letter.labels,
    internalDate: String(letter.at),
    payload: { headers },
  });
}

/** A history id is the number of records before it, and one. */
function readHistory(account: GmailAccount, start: number): Answer {
  if (start < account.forgotten) return NOT_FOUND;
  const history = account.history.slice(start - 1).flatMap((messageId, index) => {
    const letter = account.letters.get(messageId);
    const message = letter && { id: messageId, labelIds: letter.labels };
    return message ? [{ id: String(start + index + 1), messagesAdded: [{ message }] }] : [];
  });
  return ok({ history, historyId: String(account.history.length + 1) });
}
