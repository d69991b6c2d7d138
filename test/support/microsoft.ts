import type { SiteRequest, SiteResponse } from './exchange.ts';
import { createEntra, type EntraClient } from './graph/entra.ts';
import { answerGraph, type GraphUser } from './graph/graph-api.ts';
import { createGraphDelta } from './graph/graph-delta.ts';
import { graphError } from './graph/graph-error.ts';
import { createGraphMailbox, type GraphMessage } from './graph/graph-mailbox.ts';
import { sentHeaders } from './graph/sent-headers.ts';

export const MICROSOFT_HOSTS = ['login.microsoftonline.com', 'graph.microsoft.com'] as const;

export interface MicrosoftOptions {
  readonly users: readonly {
    readonly email: string;
    readonly name: string;
    readonly aliases?: readonly string[];
  }[];
  readonly clients: readonly EntraClient[];
  /** Whether an immutable id stays with a draft that is sent, as documented. */
  readonly idsSurviveSending?: boolean;
  /** The machine's clock unless told. */
  readonly now?: () => number;
}

/** A message that somebody writes to a user. */
export interface GraphDelivery {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** By its well-known name, or a folder's id; the inbox unless told. */
  readonly folder?: string;
}

/** What happens to a request instead of its answer: an answer of the test's, or the loss of Graph's. */
export type Fault = SiteResponse | 'answerLost';

export type Microsoft = ReturnType<typeof createMicrosoft>;

const PREFLIGHT: SiteResponse = {
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type, prefer',
  },
  body: '',
};

/** Microsoft on this machine: sign-in and Graph, strict where the real ones are. */
export function createMicrosoft(options: MicrosoftOptions) {
  const { idsSurviveSending = true, now = Date.now } = options;
  const users = new Map<string, GraphUser>(
    options.users.map(({ email, name, aliases = [] }) => {
      const mailbox = createGraphMailbox({ idsSurviveSending, now });
      return [email, { email, name, aliases, mailbox, delta: createGraphDelta(mailbox) }];
    }),
  );
  const entra = createEntra(options.clients, [...users.keys()], now);
  const faults: { readonly match: (request: SiteRequest) => boolean; readonly fault: Fault }[] = [];
  const requests: SiteRequest[] = [];
  const mailboxOf = (user: string) => {
    const found = users.get(user);
    if (found === undefined) throw new Error(`no mailbox of ${user}`);
    return found.mailbox;
  };

  function graph(request: SiteRequest): SiteResponse {
    const bearer = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '');
    const user = users.get(entra.ownerOf(bearer) ?? '');
    if (user === undefined) return graphError(401, 'InvalidAuthenticationToken');
    return answerGraph(request, user);
  }

  return {
    requests,
    ...entra,
    mailboxOf,
    /** What a request to one of Microsoft's hosts is answered. */
    handle(request: SiteRequest): SiteResponse {
      if (request.method === 'OPTIONS') return PREFLIGHT;
      requests.push(request);
      const at = faults.findIndex(({ match }) => match(request));
      const [hit] = at === -1 ? [] : faults.splice(at, 1);
      if (hit !== undefined && hit.fault !== 'answerLost') return hit.fault;
      const given = request.host === 'graph.microsoft.com' ? graph(request) : entra.answer(request);
      return hit === undefined ? given : graphError(504, 'GatewayTimeout');
    },
    /** Happens once, to the next request that matches. */
    failNext: (match: (request: SiteRequest) => boolean, fault: Fault) =>
      void faults.push({ match, fault }),
    deliver(delivery: GraphDelivery): GraphMessage {
      const mailbox = mailboxOf(delivery.to);
      const headers: Record<string, string> = {
        'Message-ID': mailbox.newMessageId(),
        From: delivery.from,
        To: delivery.to,
        Subject: delivery.subject,
        ...(delivery.inReplyTo !== undefined && { 'In-Reply-To': delivery.inReplyTo }),
        ...delivery.headers,
      };
      const wire = Object.entries(headers).map(([name, value]) => ({ name, value }));
      const date = headers['Date'];
      return mailbox.add({
        folder: mailbox.idOf(delivery.folder ?? 'inbox'),
        isDraft: false,
        subject: delivery.subject,
        body: { contentType: 'text', content: delivery.text },
        from: { emailAddress: { name: '', address: delivery.from.replace(/^.*<|>.*$/g, '') } },
        toRecipients: [{ emailAddress: { name: '', address: delivery.to } }],
        replyTo: [],
        ...mailbox.conversationOf({ properties: [], wire }),
        internetMessageId: headers['Message-ID'] ?? '',
        receivedDateTime: new Date(date ?? now()).toISOString(),
        wire,
        ownHeaders: [],
        properties: [],
      });
    },
    /** What left the mailbox, oldest first, with the headers that it left with. */
    sent: (user: string) =>
      mailboxOf(user)
        .messages.filter(({ folder }) => folder === mailboxOf(user).idOf('sentitems'))
        .map((message) => ({ message, headers: sentHeaders(message) })),
    forgetChanges: (user: string) => users.get(user)?.delta.forget(),
  };
}
