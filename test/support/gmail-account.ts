import { KEY_HEADER } from '@/lib/domain/message/outgoing-message';
import type { Instant } from '@/lib/time/instant';

export interface Letter {
  readonly id: string;
  readonly threadId: string;
  readonly labels: readonly string[];
  /** When it arrived or left. */
  readonly at: Instant;
  /** From when on lists and history show it. */
  readonly visibleAt: Instant;
  readonly headers: ReadonlyMap<string, string>;
}

export interface Draft {
  readonly id: string;
  readonly message: Letter;
  /** A sent draft may be shown for a while; it cannot be sent again. */
  readonly goneAt?: Instant;
}

/** An email that really left. */
export interface Departure {
  readonly key: string;
  readonly at: Instant;
  readonly message: Letter;
}

/** How quickly an account shows what has happened to it. */
export interface Lag {
  /** A sent draft is still shown for so long. */
  readonly draft: number;
  /** A sent message is not listed for so long. */
  readonly sent: number;
}

/** One mailbox as Gmail keeps it; who asks how is `serve-gmail.ts`. */
export interface GmailAccount {
  readonly address: string;
  readonly drafts: Map<string, Draft>;
  readonly letters: Map<string, Letter>;
  readonly departures: Departure[];
  /** Ids of letters in the order in which they became visible; a history id counts them. */
  readonly history: string[];
  /** History before this is forgotten. */
  forgotten: number;
  readonly createDraft: (raw: string, threadId: string | undefined, now: Instant) => Draft;
  readonly sendDraft: (id: string, now: Instant) => Letter | undefined;
  readonly deliver: (letter: Omit<Letter, 'id'>) => Letter;
  /** What has become visible joins the history, in no order that anybody promised. */
  readonly showNew: (now: Instant) => void;
}

export function createGmailAccount(
  address: string,
  lag: Lag,
  shuffled: <Item>(items: readonly Item[]) => Item[],
): GmailAccount {
  let count = 0;
  const next = (what: string) => `${what}-${++count}`;
  const unseen = new Set<Letter>();
  const keep = (letter: Letter) => {
    account.letters.set(letter.id, letter);
    unseen.add(letter);
    return letter;
  };
  const account: GmailAccount = {
    address,
    drafts: new Map(),
    letters: new Map(),
    departures: [],
    history: [],
    forgotten: 0,
    createDraft(raw, threadId, now) {
      const message: Letter = {
        id: next('message'),
        threadId: threadId ?? next('thread'),
        labels: ['DRAFT'],
        at: now,
        visibleAt: now,
        headers: headersIn(raw),
      };
      const draft = { id: next('draft'), message };
      account.letters.set(message.id, message);
      account.drafts.set(draft.id, draft);
      return draft;
    },
    sendDraft(id, now) {
      const draft = account.drafts.get(id);
      if (draft === undefined || draft.goneAt !== undefined) return undefined;
      account.drafts.set(id, { ...draft, goneAt: now + lag.draft });
      account.letters.delete(draft.message.id);
      const messageId = next('message');
      const headers = new Map(draft.message.headers).set(
        'message-id',
        `<${address}/${messageId}@mail.example.com>`,
      );
      const { threadId } = draft.message;
      const visibleAt = now + lag.sent;
      const sent = keep({ id: messageId, threadId, labels: ['SENT'], at: now, visibleAt, headers });
      const key = headers.get(KEY_HEADER.toLowerCase()) ?? '';
      account.departures.push({ key, at: now, message: sent });
      return sent;
    },
    deliver: (letter) => keep({ ...letter, id: next('message') }),
    showNew(now) {
      for (const [id, { goneAt }] of account.drafts) {
        if (goneAt !== undefined && goneAt <= now) account.drafts.delete(id);
      }
      const visible = [...unseen].filter(({ visibleAt }) => visibleAt <= now);
      for (const letter of shuffled(visible)) {
        unseen.delete(letter);
        account.history.push(letter.id);
      }
    },
  };
  return account;
}

function headersIn(raw: string): ReadonlyMap<string, string> {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
}
