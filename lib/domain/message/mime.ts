import { rfcDate } from '@/lib/time/rfc-date';
import { addressHeader } from './address-header';
import { writeHeader } from './header';
import { messageHtml, messageText } from './message-body';
import { messageIdsIn, shortenReferences } from './message-id';
import { MimeError } from './mime-error';
import { multipartAlternative } from './multipart';
import { KEY_HEADER, type OutgoingMessage } from './outgoing-message';
import { textPart } from './text-part';
import { unstructured } from './unstructured';

/** Headers that this writer sets itself. An extra header may not say them twice. */
const OURS =
  /^(?:from|sender|to|cc|bcc|reply-to|subject|date|message-id|in-reply-to|references|mime-version|content-.*|x-sequence-overlay-.*)$/i;
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Writes a message as RFC 5322 text with CRLF line ends: plain text and an HTML alternative.
 *
 * Whatever a name, subject or body holds, it stays a name, subject or body. What we supply ourselves
 * (addresses, key, extra headers) must be right and is refused otherwise. A message id that is none
 * is left out, because it comes from other people's mail and threading can do without it.
 *
 * @throws {MimeError} when an address, the key or an extra header cannot be written safely
 */
export function writeMime(message: OutgoingMessage): string {
  const parts = [textPart('plain', messageText(message)), textPart('html', messageHtml(message))];
  return [
    writeHeader('From', addressHeader(message.from, 'From: '.length)),
    writeHeader('To', addressHeader(message.to, 'To: '.length)),
    writeHeader('Subject', unstructured(message.subject, 'Subject: '.length)),
    writeHeader('Date', rfcDate(message.date)),
    idHeader('Message-ID', messageIdsIn(message.messageId ?? '').slice(0, 1)),
    idHeader('In-Reply-To', messageIdsIn(message.inReplyTo ?? '').slice(0, 1)),
    idHeader('References', shortenReferences(message.references ?? [])),
    writeHeader(KEY_HEADER, checkKey(message.key)),
    ...(message.headers ?? []).map(extraHeader),
    writeHeader('MIME-Version', '1.0'),
    multipartAlternative(parts, message.key),
  ].join('');
}

function idHeader(name: string, ids: readonly string[]): string {
  return ids.length === 0 ? '' : writeHeader(name, ids.join(' '));
}

function checkKey(key: string): string {
  if (!KEY.test(key)) throw new MimeError('badKey', key);
  return key;
}

function extraHeader({ name, value }: { readonly name: string; readonly value: string }): string {
  if (OURS.test(name)) throw new MimeError('badHeaderName', name);
  if (!/^[\x20-\x7e]*$/.test(value)) throw new MimeError('badHeaderValue', value);
  return writeHeader(name, value);
}
