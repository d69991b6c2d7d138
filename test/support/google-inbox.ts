/** A message that somebody writes to a user. */
export interface Delivery {
  /** Whose inbox. */
  readonly to: string;
  /** As it stands in the header: `Ada <ada@example.com>`. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** Further headers, for example `Auto-Submitted`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly labels?: readonly string[];
  readonly at?: number;
}

export interface StoredMessage {
  readonly id: string;
  readonly threadId: string;
  readonly labels: readonly string[];
  readonly at: number;
  /** By lower-cased name; of a repeated one the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it was handed over, CRLF and all. */
  readonly raw: string;
}

/** Messages asked for at once: a server that gets hundreds of connections resets some of them. */
const AT_ONCE = 10;

/** Looks into users' mailboxes through the API itself. */
export function createGoogleInbox(origin: string, tokenOf: (user: string) => string) {
  async function call(user: string, path: string, body?: unknown) {
    const response = await fetch(new URL(`/gmail/v1/users/me/${path}`, origin), {
      headers: { authorization: `Bearer ${tokenOf(user)}`, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }

  async function readOne(user: string, id: string): Promise<StoredMessage> {
    const [meta, { raw }] = await Promise.all([
      call(user, `messages/${id}?format=metadata`),
      call(user, `messages/${id}?format=raw`),
    ]);
    const headers = new Map<string, string>();
    for (const { name, value } of meta.payload.headers) {
      const key = name.toLowerCase();
      if (!headers.has(key)) headers.set(key, value);
    }
    return {
      id,
      threadId: meta.threadId,
      labels: meta.labelIds,
      at: Number(meta.internalDate),
      headers,
      raw: Buffer.from(raw, 'base64url').toString('utf8'),
    };
  }

  return {
    async deliver(message: Delivery): Promise<StoredMessage> {
      const raw = Buffer.from(writeDelivery(message)).toString('base64url');
      const labelIds = message.labels ?? ['INBOX', 'UNREAD'];
      const { id } = await call(message.to, 'messages/import', { raw, labelIds });
      return readOne(message.to, id);
    },
    async read(user: string): Promise<readonly StoredMessage[]> {
      const list = await call(user, 'messages?includeSpamTrash=true&maxResults=500');
      const ids: readonly { readonly id: string }[] = list.messages;
      const messages: StoredMessage[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const part = ids.slice(from, from + AT_ONCE);
        messages.push(...(await Promise.all(part.map(({ id }) => readOne(user, id)))));
      }
      return messages;
    },
    async historyId(user: string): Promise<bigint> {
      const { historyId } = await call(user, 'profile');
      return BigInt(historyId);
    },
  };
}

function writeDelivery(message: Delivery): string {
  const id = message.headers?.['Message-ID'] ?? `<${crypto.randomUUID()}@mail.example.com>`;
  const headers: Record<string, string> = {
    'Message-ID': id,
    From: message.from,
    To: message.to,
    Subject: message.subject,
    Date: new Date(message.at ?? Date.now()).toUTCString(),
    ...(message.inReplyTo !== undefined && { 'In-Reply-To': message.inReplyTo }),
    ...(message.references && { References: message.references.join(' ') }),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...message.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${message.text}`;
}
