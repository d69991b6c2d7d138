import type { Instant } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';
import { machineMark, subjectMark } from './automatic';
import type { ConversationFacts } from './conversation';
import { fold } from './fold';
import type { MessageClass } from './message-class';
import { ownWords } from './own-words';
import { returnDate } from './return-date';
import { says } from './says';

/** What an automatic answer says, and to whom. */
export interface MachineLetter {
  readonly subject: string;
  readonly text: string | undefined;
  readonly facts: ConversationFacts;
  readonly at: Instant;
}

/** Tells an absence note from other mail of machines. */
export function readMachine(letter: MachineLetter): MessageClass {
  const { subject, text, facts, at } = letter;
  const own = ownWords(text ?? '');
  const folded = fold(own);
  const mark = subjectMark(subject);
  const isAway =
    says(folded, 'absent') || says(fold(subject), 'absent') || mark === 'note' || mark === 'away';
  if (!isAway && says(folded, 'left')) return { kind: 'left' };
  // `Automatic reply: …` is how Exchange marks absence, and at times a receipt.
  if (!isAway && (mark !== 'program' || says(folded, 'received'))) return { kind: 'automatic' };
  const returnsOn = returnDate(`${subject}\n${own}`, {
    today: wallClockOf(at, facts.zone).date,
    monthFirst: facts.zone.startsWith('America/'),
  });
  return { kind: 'absence', ...(returnsOn && { returnsOn }) };
}

/**
 * Is it an absence note, although its header does not say for certain that a machine wrote it? Only
 * where two signs agree: people write that they will be away, too.
 */
export function isAbsence(
  headers: ReadonlyMap<string, string>,
  { subject, text }: MachineLetter,
): boolean {
  const mark = subjectMark(subject);
  if (mark === 'note') return true;
  if (machineMark(headers, []) !== 'possible') return false;
  if (mark === 'away') return true;
  // A server that asks others not to answer by machine says nothing about who wrote.
  const isVacation =
    /^\s*(?:bulk|junk)\b/i.test(headers.get('precedence') ?? '') ||
    /^\s*<\s*>/.test(headers.get('return-path') ?? '');
  return (
    isVacation && !headers.has('list-unsubscribe') && says(fold(ownWords(text ?? '')), 'absent')
  );
}
