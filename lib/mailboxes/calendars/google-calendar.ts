import * as v from 'valibot';
import type { Meeting } from '@/lib/domain/meeting/meeting';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';
import type { Instant } from '@/lib/time/instant';
import type { Calendar, CalendarResult } from './calendar';
import { type CalendarRequest, MOST_PAGES } from './calendar-request';

const EVENTS = 'https://www.googleapis.com/calendar/v3/calendars/primary/events';
const FIELDS =
  'nextPageToken,items(id,status,created,updated,organizer(email),attendees(email,responseStatus,organizer))';

const instant = v.pipe(
  v.string(),
  v.transform(Date.parse),
  v.check((at) => !Number.isNaN(at), 'expected an instant'),
);

const attendeeSchema = v.object({
  email: v.fallback(v.string(), ''),
  responseStatus: v.fallback(v.string(), ''),
  organizer: v.fallback(v.boolean(), false),
});

const eventSchema = v.object({
  id: v.string(),
  status: v.fallback(v.string(), ''),
  created: v.fallback(instant, 0),
  updated: instant,
  organizer: v.fallback(v.object({ email: v.fallback(v.string(), '') }), { email: '' }),
  attendees: v.fallback(v.array(attendeeSchema), []),
});

/** What is odd about one event must not keep us from seeing all others. */
const pageSchema = v.object({
  items: v.optional(v.array(v.fallback(v.nullable(eventSchema), null)), []),
  nextPageToken: v.optional(v.string()),
});

/** The rep's own calendar over the Google Calendar API, version 3. */
export function createGoogleCalendar(request: CalendarRequest): Calendar {
  return {
    kind: 'google',
    meetingsSince: async (since, signal) => {
      const changed = await read(request, { updatedMin: iso(since) }, signal);
      // Google forgets what was changed when after some weeks: then everything to come is read.
      const result =
        changed.kind === 'forgotten'
          ? await read(request, { timeMin: iso(since) }, signal)
          : changed;
      if (result.kind === 'forgotten') return { kind: 'unavailable' };
      if (result.kind !== 'ok') return result;
      return { kind: 'ok', value: result.value.filter(({ updatedAt }) => updatedAt >= since) };
    },
  };
}

async function read(
  request: CalendarRequest,
  from: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<CalendarResult | { readonly kind: 'forgotten' }> {
  const meetings: Meeting[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const url = new URL(EVENTS);
    const token = pageToken === undefined ? {} : { pageToken };
    url.search = new URLSearchParams({
      ...from,
      ...token,
      maxResults: '250',
      showDeleted: 'true',
      fields: FIELDS,
    }).toString();
    const answer = await request(url, { signal });
    if (answer.kind !== 'answer') return answer;
    if (answer.status !== 200) return failureOf(answer);
    const parsed = v.safeParse(pageSchema, answer.body);
    if (!parsed.success) return { kind: 'unavailable' };
    meetings.push(...parsed.output.items.filter((item) => item !== null).map(meetingOf));
    pageToken = parsed.output.nextPageToken;
    if (pageToken === undefined) break;
  }
  return { kind: 'ok', value: meetings };
}

function meetingOf(event: v.InferOutput<typeof eventSchema>): Meeting {
  const { attendees, organizer } = event;
  const host = organizer.email || attendees.find((one) => one.organizer)?.email;
  return {
    id: event.id,
    canceled: event.status === 'cancelled',
    ...(host && { host }),
    guests: attendees.map(({ email, responseStatus }) => ({
      address: email,
      answer: ANSWERS[responseStatus] ?? 'none',
    })),
    createdAt: event.created,
    updatedAt: event.updated,
  };
}

const ANSWERS: Readonly<Record<string, Meeting['guests'][number]['answer']>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
};

function failureOf(answer: Answer): { readonly kind: 'forgotten' | 'notGranted' } | MailboxFailure {
  const { status } = answer;
  if (status === 410) return { kind: 'forgotten' };
  if (status === 401) return { kind: 'unavailable' };
  const said = JSON.stringify(answer.body ?? '');
  const isBusy = status === 429 || /rateLimitExceeded|quotaExceeded|RATE_LIMIT/i.test(said);
  if (isBusy) return { kind: 'throttled' };
  // No scope, no calendar for this account, or an API that the company has not switched on.
  if (status === 403 || status === 404) return { kind: 'notGranted' };
  return status >= 500 ? { kind: 'unavailable' } : { kind: 'refused', detail: `http${status}` };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
