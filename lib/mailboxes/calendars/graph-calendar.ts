import * as v from 'valibot';
import type { Meeting } from '@/lib/domain/meeting/meeting';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';
import type { Calendar, CalendarResult } from './calendar';
import { type CalendarRequest, MOST_PAGES } from './calendar-request';

const ORIGIN = 'https://graph.microsoft.com';
const SELECT = 'id,isCancelled,createdDateTime,lastModifiedDateTime,organizer,attendees';

const instant = v.pipe(
  v.string(),
  v.transform(Date.parse),
  v.check((at) => !Number.isNaN(at), 'expected an instant'),
);

const personSchema = v.fallback(
  v.object({ emailAddress: v.object({ address: v.fallback(v.string(), '') }) }),
  { emailAddress: { address: '' } },
);

const attendeeSchema = v.object({
  emailAddress: v.fallback(v.object({ address: v.fallback(v.string(), '') }), { address: '' }),
  status: v.fallback(v.object({ response: v.fallback(v.string(), '') }), { response: '' }),
});

const eventSchema = v.object({
  id: v.string(),
  isCancelled: v.fallback(v.boolean(), false),
  createdDateTime: v.fallback(instant, 0),
  lastModifiedDateTime: instant,
  organizer: personSchema,
  attendees: v.fallback(v.array(attendeeSchema), []),
});

const pageSchema = v.object({
  value: v.optional(v.array(v.fallback(v.nullable(eventSchema), null)), []),
  '@odata.nextLink': v.optional(v.string()),
});

/** The rep's own calendar over Microsoft Graph (`/me/events`, scope `Calendars.Read`). */
export function createGraphCalendar(request: CalendarRequest): Calendar {
  return {
    kind: 'graph',
    meetingsSince: async (since, signal): Promise<CalendarResult> => {
      const meetings: Meeting[] = [];
      let url: URL | undefined = new URL('/v1.0/me/events', ORIGIN);
      url.search = new URLSearchParams({
        $filter: `lastModifiedDateTime ge ${new Date(since).toISOString()}`,
        $select: SELECT,
        $top: '100',
      }).toString();
      for (let page = 0; page < MOST_PAGES && url !== undefined; page += 1) {
        const answer: Answer | MailboxFailure = await request(url, { signal });
        if (answer.kind !== 'answer') return answer;
        if (answer.status !== 200) return failureOf(answer);
        const parsed = v.safeParse(pageSchema, answer.body);
        if (!parsed.success) return { kind: 'unavailable' };
        meetings.push(...parsed.output.value.filter((item) => item !== null).map(meetingOf));
        url = nextOf(parsed.output['@odata.nextLink']);
      }
      return { kind: 'ok', value: meetings.filter(({ updatedAt }) => updatedAt >= since) };
    },
  };
}

/** Our token goes to Graph, whatever a link says. */
function nextOf(link: string | undefined): URL | undefined {
  const url = link === undefined ? null : URL.parse(link);
  return url?.origin === ORIGIN ? url : undefined;
}

const ANSWERS: Readonly<Record<string, Meeting['guests'][number]['answer']>> = {
  accepted: 'accepted',
  organizer: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentative',
};

function meetingOf(event: v.InferOutput<typeof eventSchema>): Meeting {
  const host = event.organizer.emailAddress.address;
  return {
    id: event.id,
    canceled: event.isCancelled,
    ...(host !== '' && { host }),
    guests: event.attendees.map(({ emailAddress, status }) => ({
      address: emailAddress.address,
      answer: ANSWERS[status.response] ?? 'none',
    })),
    createdAt: event.createdDateTime,
    updatedAt: event.lastModifiedDateTime,
  };
}

function failureOf({ status }: Answer): { readonly kind: 'notGranted' } | MailboxFailure {
  if (status === 401) return { kind: 'unavailable' };
  if (status === 429) return { kind: 'throttled' };
  // No scope, or an account that has no calendar.
  if (status === 403 || status === 404) return { kind: 'notGranted' };
  return status >= 500 ? { kind: 'unavailable' } : { kind: 'refused', detail: `http${status}` };
}
