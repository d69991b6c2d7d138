import { asciiAddress } from './ascii-address';

/** A header of an outgoing message. */
interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * The header behind the "unsubscribe" button of mail programs: a letter to the sender whose subject
 * names the email. An extension has no server, so there is no one-click form of it (RFC 8058) and
 * no `List-Unsubscribe-Post`, see `shared/reference/peers.md` D5.
 *
 * @param from where the letter goes, the sender's own address
 * @param key the outbox row's, as in `X-Sequence-Overlay-Key`
 * @throws {MimeError} when `from` is no address
 * @example unsubscribeHeader('rep@example.com', 'e1:s1:0').value
 * // '<mailto:rep@example.com?subject=unsubscribe%20e1%3As1%3A0>'
 */
export function unsubscribeHeader(from: string, key: string): Header {
  const address = asciiAddress(from);
  const at = address.lastIndexOf('@');
  const mailto = `${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`;
  const subject = encodeURIComponent(`unsubscribe ${key}`);
  return { name: 'List-Unsubscribe', value: `<mailto:${mailto}?subject=${subject}>` };
}

/** What a person writes who answers that line, or presses the button of their mail program. */
const REQUEST =
  /^\s*(?:unsubscribe|opt[ -]?out|wypisz|rezygnuję)(?:\s+(?:me|mnie|please|proszę))*\s*[.!]*\s*$/iu;
const KEYED = /^\s*unsubscribe\s+([\x21-\x7e]+:[\x21-\x7e]+:\d+)\s*$/i;

/** Does a subject ask to be left alone, and nothing else? */
export function isUnsubscribeSubject(subject: string): boolean {
  return REQUEST.test(subject) || KEYED.test(subject);
}

/**
 * The enrollment whose email an unsubscribe letter answers.
 *
 * @param subject of any message
 * @example unsubscribedEnrollment('unsubscribe e1:s1:0') // 'e1'
 */
export function unsubscribedEnrollment(subject: string): string | undefined {
  return KEYED.exec(subject)?.[1]?.split(':')[0];
}
