import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';

/** What a provider answers, or why it does not. */
export type CalendarAnswer = Answer | MailboxFailure;

type Asks<Calendar> = (ask: (url: URL) => Promise<CalendarAnswer>) => Calendar;

export const answer = (status: number, body: unknown): Answer => ({
  kind: 'answer',
  status,
  headers: new Headers(),
  body,
});

/** A calendar whose provider answers these in turn, and what it was asked. */
export function scriptedCalendar<Calendar>(
  create: Asks<Calendar>,
  ...answers: readonly CalendarAnswer[]
) {
  const asked: URL[] = [];
  const calendar = create(async (url) => {
    asked.push(url);
    return answers[asked.length - 1] ?? answer(500, undefined);
  });
  return { calendar, asked };
}
