import { fold } from './fold';
import { LANGUAGES } from './languages/languages';
import type { CalendarAnswer } from './message-class';

type Headers = ReadonlyMap<string, string>;

/**
 * Did a calendar send this on behalf of a person: an invitation, or an answer to one? Google marks
 * such mail as automatic, although somebody pressed a button.
 */
export function isCalendarMessage(headers: Headers): boolean {
  const type = headers.get('content-type') ?? '';
  return (
    /^\s*<calendar-[\w.-]+@google\.com>/i.test(headers.get('message-id') ?? '') ||
    /calendar-notification@google\.com/i.test(headers.get('sender') ?? '') ||
    /calendarmessage/i.test(headers.get('content-class') ?? '') ||
    /^\s*text\/calendar\b/i.test(type)
  );
}

/**
 * How a calendar's message answers an invitation; `undefined` when it is none, or in another
 * language.
 *
 * @example calendarAnswer('Accepted: Demo @ Tue Dec 8') // 'accepted'
 */
export function calendarAnswer(subject: string): CalendarAnswer | undefined {
  const folded = fold(subject);
  // `Tentatively accepted` is tentative.
  return (['tentative', 'accepted', 'declined'] as const).find((answer) =>
    LANGUAGES.some((language) =>
      language[answer].some((word) => {
        const prefix = fold(word);
        return folded.startsWith(prefix) && /^\s?[:：]/u.test(folded.slice(prefix.length));
      }),
    ),
  );
}
