import { HEAD_HEADERS, type MessageHead } from '@/lib/domain/message/message-head';
import { KEY_HEADER } from '@/lib/domain/message/outgoing-message';
import { inBatches } from '@/lib/mailboxes/in-batches';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import {
  expanding,
  IN_REPLY_TO,
  KEY_PROPERTY,
  MESSAGE_CLASS,
  propertyOf,
  REFERENCES,
} from './extended-property';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { type GraphHead, type GraphRecipient, headSchema } from './graph-schema';

/** What the folder says about a message that lies in it. */
export interface Filed {
  readonly id: string;
  readonly own: boolean;
  readonly junk: boolean;
}

const WANTED: ReadonlySet<string> = new Set(HEAD_HEADERS.map((name) => name.toLowerCase()));
const FIELDS =
  'id,conversationId,parentFolderId,receivedDateTime,isDraft,internetMessageId,subject,from,toRecipients,ccRecipients,replyTo,internetMessageHeaders';

/** Reads the headers of these messages. One that was deleted meanwhile is left out. */
export async function readHeads(
  access: GraphAccess,
  filed: readonly Filed[],
  signal: AbortSignal,
): Promise<MailboxResult<readonly MessageHead[]>> {
  const read = async (one: Filed) => ({ one, result: await readHead(access, one.id, signal) });
  const isFailure = ({ kind }: { readonly kind: string }) => kind !== 'ok' && kind !== 'notFound';
  const results = await inBatches(filed, read, (known) =>
    known.some(({ result }) => isFailure(result)),
  );
  const heads: MessageHead[] = [];
  for (const { one, result } of results) {
    if (result.kind === 'notFound') continue;
    const known = expectedOf(result);
    if (known.kind !== 'ok') return known;
    if (!known.value.isDraft) heads.push(asHead(known.value, one));
  }
  // Folders were read one after the other.
  return { kind: 'ok', value: heads.toSorted((a, b) => a.at - b.at) };
}

function readHead(access: GraphAccess, id: string, signal: AbortSignal) {
  return graphRequest(
    access,
    {
      path: `/messages/${encodeURIComponent(id)}`,
      query: {
        $select: FIELDS,
        ...expanding(KEY_PROPERTY, IN_REPLY_TO, REFERENCES, MESSAGE_CLASS),
      },
      answer: headSchema,
    },
    signal,
  );
}

function asHead(message: GraphHead, { own, junk }: Filed): MessageHead {
  return {
    messageId: message.id,
    threadId: message.conversationId || message.id,
    at: message.receivedDateTime,
    own,
    ...(junk && { junk: true }),
    headers: headersOf(message),
  };
}

/**
 * The headers as they arrived; of a repeated one the first, which is the topmost. What never went
 * over the wire (the rep's own mail, mail within the company) has none, so that the fields fill in.
 */
function headersOf(message: GraphHead): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const add = (name: string, value: string | undefined) => {
    const key = name.toLowerCase();
    if (WANTED.has(key) && value && !headers.has(key)) headers.set(key, value);
  };
  for (const { name, value } of message.internetMessageHeaders) add(name, value);
  add('From', message.from ? correspondents([message.from]) : undefined);
  add('To', correspondents(message.toRecipients));
  add('Cc', correspondents(message.ccRecipients));
  add('Reply-To', correspondents(message.replyTo));
  add('Subject', message.subject);
  add('Message-ID', message.internetMessageId);
  add('In-Reply-To', propertyOf(message, IN_REPLY_TO));
  add('References', propertyOf(message, REFERENCES));
  // Without it our own emails would look like the rep's, who would be asked about each of them.
  add(KEY_HEADER, propertyOf(message, KEY_PROPERTY));
  // A report that Exchange itself wrote is an item of a class of its own.
  const isReport = /^REPORT\..*\.NDR$/i.test(propertyOf(message, MESSAGE_CLASS) ?? '');
  if (isReport) add('Content-Type', 'multipart/report; report-type=delivery-status');
  return headers;
}

function correspondents(recipients: readonly GraphRecipient[]): string {
  return recipients
    .map(({ emailAddress: { name, address } }) =>
      name === '' || name === address
        ? address
        : `"${name.replace(/["\\\r\n]/g, ' ')}" <${address}>`,
    )
    .filter(Boolean)
    .join(', ');
}
