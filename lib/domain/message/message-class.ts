import type { LocalDate } from '@/lib/time/local-date';

/**
 * What a message means to one enrollment.
 *
 * - `reply`: a person answered our email, or the contact wrote on their own. `by` says who. With
 *   `asksOptOut` the text seems to ask not to be written to: a person decides what that means.
 * - `calendarAnswer`: the contact pressed a button under an invitation of the rep. A reaction of a
 *   person, so it ends like a reply; an acceptance tells of a meeting as well.
 * - `colleague`: somebody else at the contact's company wrote, outside our conversation.
 * - `absence`: the contact is away. `returnsOn` is the first day on which they are back, by the
 *   calendar of the place where they are, if the note says so and it makes sense.
 * - `left`: a machine says that the contact has left the company or that nobody reads this mailbox.
 * - `automatic`: other mail of a machine: receipt, ticket number, delayed delivery, newsletter.
 * - `optOut`: the contact asks not to be written to any more, by the button of a mail program or in
 *   a letter that says nothing else.
 * - `bounce`: our email did not arrive. `soft` may get better (mailbox full, server away), `hard`
 *   will not. `status` is the enhanced status code (RFC 3463), where there is one.
 * - `ownMessage`: the rep wrote to the contact or in the conversation, by hand.
 * - `own`: one of our emails, or what else the rep's account sent by itself; never counts.
 * - `unrelated`: about something else.
 */
export type MessageClass =
  | { readonly kind: 'reply'; readonly by: Correspondence; readonly asksOptOut: boolean }
  | { readonly kind: 'calendarAnswer'; readonly answer: CalendarAnswer }
  | { readonly kind: 'colleague' }
  | { readonly kind: 'absence'; readonly returnsOn?: LocalDate }
  | { readonly kind: 'left' | 'automatic' | 'optOut' | 'ownMessage' | 'own' | 'unrelated' }
  | { readonly kind: 'bounce'; readonly permanence: 'hard' | 'soft'; readonly status?: string };

/** Who wrote: the contact, somebody else at their company, or anybody else in our conversation. */
export type Correspondence = 'contact' | 'colleague' | 'other';

export type CalendarAnswer = 'accepted' | 'declined' | 'tentative';
