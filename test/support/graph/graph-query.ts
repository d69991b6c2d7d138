import { GraphRefusal } from './graph-error.ts';
import type { GraphMailbox, GraphMessage } from './graph-mailbox.ts';

const FIELDS = [
  'id',
  'isDraft',
  'subject',
  'body',
  'from',
  'toRecipients',
  'ccRecipients',
  'replyTo',
  'conversationId',
  'conversationIndex',
  'internetMessageId',
  'internetMessageHeaders',
  'parentFolderId',
  'receivedDateTime',
] as const;

export interface Wishes {
  readonly stableIds: boolean;
  readonly text: boolean;
  readonly pageSize: number;
}

/** What a client prefers. A preference that Graph does not know is a mistake in a test's eyes. */
export function readPrefer(header: string | null): Wishes {
  const wishes = (header ?? '').split(',').map((wish) => wish.trim());
  const known =
    /^$|^IdType="ImmutableId"$|^outlook\.body-content-type="(?:text|html)"$|^odata\.maxpagesize=([1-9]\d{0,2})$/;
  if (!wishes.every((wish) => known.test(wish))) throw new GraphRefusal(400, 'InvalidPrefer');
  const size = wishes.map((wish) => known.exec(wish)?.[1]).find((found) => found !== undefined);
  return {
    stableIds: wishes.includes('IdType="ImmutableId"'),
    text: wishes.includes('outlook.body-content-type="text"'),
    pageSize: Number(size ?? 10),
  };
}

/** Refuses every parameter but these. */
export function allowOnly(query: URLSearchParams, names: readonly string[]): void {
  for (const name of query.keys()) {
    if (!names.includes(name)) throw new GraphRefusal(400, 'BadRequest');
  }
}

/** An item with the fields that were asked for, and no others. */
export function selected(
  message: GraphMessage,
  query: URLSearchParams,
  wishes: Wishes,
): Record<string, unknown> {
  const fields = (query.get('$select') ?? FIELDS.join()).split(',');
  if (!fields.every((field) => FIELDS.some((known) => known === field))) {
    throw new GraphRefusal(400, 'BadRequest');
  }
  const all: Record<string, unknown> = {
    ...message,
    parentFolderId: message.folder,
    body: wishes.text ? { contentType: 'text', content: textOf(message) } : message.body,
    // Of what never went over the wire there are none.
    internetMessageHeaders: message.wire.length === 0 ? undefined : message.wire,
  };
  const shown = Object.fromEntries(
    fields.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]])),
  );
  const expanded = expandedOf(message, query.get('$expand'));
  return {
    '@odata.etag': `W/"${message.mutableId}"`,
    ...shown,
    id: wishes.stableIds ? message.immutableId : message.mutableId,
    ...(expanded.length > 0 && { singleValueExtendedProperties: expanded }),
  };
}

function textOf({ body }: GraphMessage): string {
  return body.contentType === 'text' ? body.content : body.content.replace(/<[^>]*>/g, '');
}

function expandedOf({ properties }: GraphMessage, expand: string | null) {
  if (expand === null) return [];
  const [, inner] = /^singleValueExtendedProperties\(\$filter=(.+)\)$/.exec(expand) ?? [];
  const ids = inner?.split(' or ').map((part) => /^id eq '([^']+)'$/.exec(part)?.[1]);
  if (ids === undefined || ids.includes(undefined)) throw new GraphRefusal(400, 'BadRequest');
  return properties.filter(({ id }) => ids.some((one) => one?.toLowerCase() === id.toLowerCase()));
}

/** The two filters that Exchange answers quickly, and that are used. */
export function filtered(mailbox: GraphMailbox, filter: string | null): readonly GraphMessage[] {
  if (filter === null) return mailbox.messages;
  const [, property, value] =
    /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '((?:[^']|'')*)'\)$/.exec(
      filter,
    ) ?? [];
  if (property !== undefined && value !== undefined) {
    const wanted = value.replaceAll("''", "'").toLowerCase();
    return mailbox.messages.filter(({ properties }) =>
      properties.some((one) => one.id === property && one.value.toLowerCase() === wanted),
    );
  }
  const [, messageId] = /^internetMessageId eq '((?:[^']|'')*)'$/.exec(filter) ?? [];
  if (messageId === undefined) throw new GraphRefusal(400, 'ErrorInvalidUrlQueryFilter');
  return mailbox.messages.filter(
    (one) => one.internetMessageId === messageId.replaceAll("''", "'"),
  );
}
