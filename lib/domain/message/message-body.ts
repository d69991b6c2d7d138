import { bodyText } from './body-text';
import { htmlAlternative } from './html-alternative';
import { markupText } from './markup-text';
import type { OutgoingMessage } from './outgoing-message';

type Body = Pick<OutgoingMessage, 'text' | 'signature' | 'closing'>;

/**
 * What an email says in plain text: its own words, the signature under the line that mail programs
 * know signatures by, the closing line.
 *
 * @example messageText({ text: 'Hi', signature: '<b>Rita</b>' }) // 'Hi\n\n-- \nRita'
 */
export function messageText({ text, signature, closing }: Body): string {
  const signed = signature === undefined ? '' : signatureText(signature);
  const parts = [bodyText(text)];
  if (signed !== '') parts.push(`-- \n${signed}`);
  if (closing !== undefined) parts.push(bodyText(closing));
  if (parts.length === 1) return parts.join('');
  return [parts[0]?.trimEnd(), ...parts.slice(1)].join('\n\n');
}

/**
 * The same in HTML. The signature is the sender's own markup, see {@link cleanMarkup}; everything
 * else is text and never taken for markup.
 */
export function messageHtml({ text, signature, closing }: Body): string {
  return [
    htmlAlternative(bodyText(text)),
    ...(signature === undefined ? [] : [`<br>\n<div dir="auto">${signature}</div>`]),
    ...(closing === undefined ? [] : [htmlAlternative(bodyText(closing))]),
  ].join('\n');
}

/** A link that writes a letter says its address, and so does, mostly, what is written on it. */
function signatureText(markup: string): string {
  return bodyText(markupText(markup)).replace(/(\S+@\S+)(?:\s+\1)+/g, '$1');
}
