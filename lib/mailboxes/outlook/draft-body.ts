import { asciiAddress } from '@/lib/domain/message/ascii-address';
import { cleanDisplayName, cleanHeaderText } from '@/lib/domain/message/clean-header-text';
import { messageHtml } from '@/lib/domain/message/message-body';
import { messageIdsIn, shortenReferences } from '@/lib/domain/message/message-id';
import { MimeError } from '@/lib/domain/message/mime-error';
import {
  type Correspondent,
  KEY_HEADER,
  type OutgoingMessage,
} from '@/lib/domain/message/outgoing-message';
import {
  CONVERSATION_INDEX,
  IN_REPLY_TO,
  INDEX_TRACKING,
  KEY_PROPERTY,
  LIST_UNSUBSCRIBE,
  REFERENCES,
} from './extended-property';

/**
 * A message as Graph takes it for a draft. Not as MIME: Exchange drops headers of MIME that it does
 * not know, ours among them. Graph takes only `x-` headers, so that the others are written as the
 * properties that Exchange makes them from.
 *
 * @param conversationIndex of the message that this one answers, in base64
 * @throws {MimeError} when an address or a header of our own cannot be written safely
 */
export function draftBody(message: OutgoingMessage, conversationIndex: string | undefined): object {
  const { key, inReplyTo = '', references = [], headers = [] } = message;
  const [answered] = messageIdsIn(inReplyTo);
  const conversation = shortenReferences(references).join(' ');
  const properties = [
    [KEY_PROPERTY, key],
    [IN_REPLY_TO, answered],
    [REFERENCES, conversation === '' ? undefined : conversation],
    ...headers.filter(isMapped).map(({ value }) => [LIST_UNSUBSCRIBE, value] as const),
    ...(conversationIndex === undefined
      ? []
      : [[CONVERSATION_INDEX, conversationIndex] as const, [INDEX_TRACKING, 'true'] as const]),
  ] as const;
  const own = headers.filter((header) => !isMapped(header)).map(ownHeader);
  return {
    subject: cleanHeaderText(message.subject),
    // Exchange makes the plain alternative of it.
    body: { contentType: 'html', content: messageHtml(message) },
    from: recipient(message.from),
    toRecipients: [recipient(message.to)],
    internetMessageHeaders: [{ name: KEY_HEADER, value: key }, ...own],
    singleValueExtendedProperties: properties.flatMap(([id, value]) =>
      value === undefined ? [] : [{ id, value }],
    ),
  };
}

type Header = NonNullable<OutgoingMessage['headers']>[number];

function isMapped({ name, value }: Header): boolean {
  if (!/^[\x20-\x7e]*$/.test(value)) throw new MimeError('badHeaderValue', value);
  return name.toLowerCase() === 'list-unsubscribe';
}

function ownHeader({ name, value }: Header): Header {
  if (!/^x-[a-z0-9-]{1,60}$/i.test(name)) throw new MimeError('badHeaderName', name);
  return { name, value };
}

function recipient({ name, address }: Correspondent) {
  return { emailAddress: { name: cleanDisplayName(name), address: asciiAddress(address) } };
}
