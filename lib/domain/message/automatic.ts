import { fold } from './fold';
import { LANGUAGES } from './languages/languages';

type Headers = ReadonlyMap<string, string>;

/** Senders that only ever report on delivery. */
const DAEMON =
  /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon|microsoftexchange[0-9a-f]{8,})@/;

/** Does this sender only ever report on delivery? */
export function isDaemon(from: readonly string[]): boolean {
  return from.some((address) => DAEMON.test(address));
}

/**
 * How sure the header is that no person wrote a message.
 *
 * - `certain`: it says so (RFC 3834), or its subject is one that only programs write.
 * - `possible`: what programs write, and some people's programs as well: group mail, a company's
 *   server that asks others not to answer by machine. Only together with what the text says.
 * - `none`: a person, as far as anybody can tell.
 */
export function machineMark(
  headers: Headers,
  from: readonly string[],
): 'certain' | 'possible' | 'none' {
  const said = (name: string) => headers.get(name)?.trim().toLowerCase();
  const isSaid =
    // RFC 3834: everything but `no` is a machine; parameters may follow.
    (said('auto-submitted') !== undefined && !/^no\b/.test(said('auto-submitted') ?? '')) ||
    /^auto_reply\b/.test(said('precedence') ?? '') ||
    isYes(said('x-autoreply')) ||
    isYes(said('x-autorespond')) ||
    /^multipart\/report\b/.test(said('content-type') ?? '') ||
    isDaemon(from) ||
    subjectMark(headers.get('subject') ?? '') === 'program';
  if (isSaid) return 'certain';
  const isPossible =
    /^(?:bulk|junk)\b/.test(said('precedence') ?? '') ||
    // RFC 3834, 5321: where nobody wants to hear of failures, nobody waits for an answer.
    /^<\s*>/.test(said('return-path') ?? '') ||
    headers.has('list-unsubscribe') ||
    /\b(?:all|oof|autoreply)\b/.test(said('x-auto-response-suppress') ?? '');
  return isPossible ? 'possible' : 'none';
}

/** Is this one of many copies: a newsletter, an announcement? */
export function isBulk(headers: Headers): boolean {
  const precedence = headers.get('precedence')?.trim() ?? '';
  return headers.has('list-unsubscribe') || /^(?:bulk|junk)\b/i.test(precedence);
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && !/^(?:no|false|0)\b/.test(value);
}

/**
 * Who writes subjects like this one.
 *
 * - `program`: `Automatic reply: …`
 * - `note`: `Out of office Re: …`: a note's own words in front of the subject that it answers.
 * - `away`: begins like a note; a person may have written it.
 *
 * @example subjectMark('Re: Automatic reply: Hello') // 'none': a person answers a machine
 */
export function subjectMark(subject: string): 'program' | 'note' | 'away' | 'none' {
  const folded = fold(subject).replace(/^\[[^\]]{1,40}\]\s*/, '');
  const rest = (key: 'automatic' | 'away') =>
    LANGUAGES.flatMap((language) => language[key])
      .map(fold)
      .filter((phrase) => folded.startsWith(phrase))
      .map((phrase) => folded.slice(phrase.length));
  if (rest('automatic').some((after) => /^\s?:/.test(after) || after === '')) return 'program';
  const away = rest('away').filter((after) => !/^\p{L}/u.test(after) || /^\p{sc=Han}/u.test(after));
  if (away.some((after) => /\b(?:re|aw|odp|ref|rv|r|sv)\s?:/.test(after))) return 'note';
  return away.length > 0 ? 'away' : 'none';
}
