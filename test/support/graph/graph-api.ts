import { answer, type SiteRequest, type SiteResponse } from '../exchange.ts';
import type { GraphDelta } from './graph-delta.ts';
import { GraphRefusal } from './graph-error.ts';
import type { GraphMailbox, GraphMessage } from './graph-mailbox.ts';
import { readMessageInput } from './graph-message-input.ts';
import { allowOnly, filtered, readPrefer, selected, type Wishes } from './graph-query.ts';

/** Somebody with a mailbox. */
export interface GraphUser {
  readonly email: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mailbox: GraphMailbox;
  readonly delta: GraphDelta;
}

interface Call {
  readonly user: GraphUser;
  readonly query: URLSearchParams;
  readonly wishes: Wishes;
  readonly request: SiteRequest;
}

const ACCEPTED: SiteResponse = {
  status: 202,
  headers: { 'access-control-allow-origin': '*', 'content-length': '0' },
  body: '',
};

/** Microsoft Graph v1.0, as far as a mailbox needs it, for whoever the token belongs to. */
export function answerGraph(request: SiteRequest, user: GraphUser): SiteResponse {
  try {
    return route({
      user,
      request,
      query: request.url.searchParams,
      wishes: readPrefer(request.headers.get('prefer')),
    });
  } catch (cause) {
    if (cause instanceof GraphRefusal) return cause.response;
    throw cause;
  }
}

function route(call: Call): SiteResponse {
  const { method, url } = call.request;
  const path = decodeURIComponent(url.pathname)
    .replace(/^\/v1\.0\/me/, '')
    .replace(/\('([^']+)'\)/g, '/$1');
  const [, first = '', id = '', second = '', third = ''] = path.split('/');
  const what = `${method} /${[first, id && '*', second, third].filter(Boolean).join('/')}`;
  switch (what) {
    case 'GET /':
      return me(call);
    case 'GET /mailFolders':
      return folderList(call, undefined);
    case 'GET /mailFolders/*':
      return answer(200, folderView(call, folder(call, id)));
    case 'GET /mailFolders/*/childFolders':
      return folderList(call, folder(call, id).id);
    case 'GET /mailFolders/*/messages':
      return list(call, folder(call, id).id);
    case 'GET /mailFolders/*/messages/delta':
      return call.user.delta.answer(folder(call, id).id, call.query, call.wishes);
    case 'GET /messages':
      return list(call, undefined);
    case 'POST /messages':
      return create(call);
    case 'GET /messages/*':
      allowOnly(call.query, ['$select', '$expand']);
      return answer(200, selected(message(call, id), call.query, call.wishes));
    case 'DELETE /messages/*':
      return remove(call, message(call, id));
    case 'POST /messages/*/send':
      return send(call, message(call, id));
    default:
      throw new GraphRefusal(400, 'BadRequest');
  }
}

function me({ user, query }: Call): SiteResponse {
  allowOnly(query, ['$select']);
  const all: Record<string, unknown> = {
    displayName: user.name,
    mail: user.email,
    userPrincipalName: user.email,
    proxyAddresses: [`SMTP:${user.email}`, ...user.aliases.map((alias) => `smtp:${alias}`)],
  };
  const fields = query.get('$select')?.split(',') ?? [];
  return answer(200, Object.fromEntries(fields.map((field) => [field, all[field]])));
}

function folder({ user }: Call, name: string) {
  const found = user.mailbox.folderOf(name);
  if (found === undefined) throw new GraphRefusal(404, 'ErrorItemNotFound');
  return found;
}

function folderView({ user }: Call, { id }: { readonly id: string }) {
  return {
    id,
    displayName: 'in any language',
    childFolderCount: user.mailbox.folders.filter(({ parent }) => parent === id).length,
    totalItemCount: user.mailbox.messages.filter((one) => one.folder === id).length,
    unreadItemCount: 0,
  };
}

function folderList(call: Call, parent: string | undefined): SiteResponse {
  allowOnly(call.query, ['$select', '$top', '$skip']);
  const all = call.user.mailbox.folders.filter((one) => one.parent === parent);
  const from = Number(call.query.get('$skip') ?? 0);
  const to = from + Number(call.query.get('$top') ?? 10);
  const next = new URL(call.request.url.href);
  next.searchParams.set('$skip', String(to));
  return answer(200, {
    value: all.slice(from, to).map((one) => folderView(call, one)),
    ...(to < all.length && { '@odata.nextLink': next.href }),
  });
}

function message({ user }: Call, id: string): GraphMessage {
  // Ids of Exchange's look like this; others are not even looked for.
  if (!/^A[A-Za-z0-9]+=$/.test(id)) throw new GraphRefusal(400, 'ErrorInvalidIdMalformed');
  const found = user.mailbox.find(id);
  if (found === undefined) throw new GraphRefusal(404, 'ErrorItemNotFound');
  return found;
}

function list(call: Call, inFolder: string | undefined): SiteResponse {
  const { query, user } = call;
  allowOnly(query, ['$filter', '$select', '$expand', '$top']);
  const found = filtered(user.mailbox, query.get('$filter'))
    .filter((one) => inFolder === undefined || one.folder === inFolder)
    .slice(0, Number(query.get('$top') ?? 10));
  return answer(200, { value: found.map((one) => selected(one, query, call.wishes)) });
}

function create({ user, request, query, wishes }: Call): SiteResponse {
  allowOnly(query, []);
  const input = readMessageInput(request.headers.get('content-type') ?? '', request.body);
  const { mailbox } = user;
  const properties = input.singleValueExtendedProperties;
  const draft = mailbox.add({
    folder: mailbox.idOf('drafts'),
    isDraft: true,
    subject: input.subject,
    body: input.body,
    from: input.from ?? { emailAddress: { name: user.name, address: user.email } },
    toRecipients: input.toRecipients,
    replyTo: input.replyTo,
    ...mailbox.conversationOf({ properties, wire: [] }),
    internetMessageId: mailbox.newMessageId(),
    receivedDateTime: new Date(mailbox.now()).toISOString(),
    wire: [],
    ownHeaders: input.internetMessageHeaders,
    properties,
  });
  return answer(201, selected(draft, new URLSearchParams(), wishes));
}

function remove({ user }: Call, found: GraphMessage): SiteResponse {
  if (found.folder === user.mailbox.idOf('deleteditems')) user.mailbox.remove(found);
  else user.mailbox.move(found, 'deleteditems');
  return { ...ACCEPTED, status: 204 };
}

function send({ user, request }: Call, found: GraphMessage): SiteResponse {
  if (request.body !== '') throw new GraphRefusal(400, 'BadRequest');
  if (!found.isDraft || found.folder === user.mailbox.idOf('outbox')) {
    throw new GraphRefusal(400, 'ErrorInvalidRequest');
  }
  if (found.toRecipients.length === 0) throw new GraphRefusal(400, 'ErrorInvalidRecipients');
  const { address } = found.from.emailAddress;
  if (address !== user.email && !user.aliases.includes(address)) {
    throw new GraphRefusal(403, 'ErrorSendAsDenied');
  }
  user.mailbox.submit(found);
  return ACCEPTED;
}
