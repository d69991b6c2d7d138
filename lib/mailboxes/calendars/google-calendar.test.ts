import { describe, expect, test } from 'vitest';
import { answer, type CalendarAnswer, scriptedCalendar } from '@/test/support/scripted-calendar';
import { createGoogleCalendar } from './google-calendar';

const { signal } = new AbortController();
const SINCE = Date.parse('2026-12-01T00:00:00Z');

const aCalendar = (...answers: readonly CalendarAnswer[]) =>
  scriptedCalendar(createGoogleCalendar, ...answers);

const EVENT = {
  id: 'e1',
  status: 'confirmed',
  created: '2026-12-01T08:00:00.000Z',
  updated: '2026-12-02T08:00:00.000Z',
  organizer: { email: 'rita@example.com', self: true },
  attendees: [
    { email: 'rita@example.com', organizer: true, responseStatus: 'accepted' },
    { email: 'Ada@example.org', responseStatus: 'needsAction' },
    { email: 'bob@example.org', responseStatus: 'declined' },
  ],
};

describe('meetingsSince', () => {
  test('reads what was changed since then, and nothing that it does not need', async () => {
    const { calendar, asked } = aCalendar(answer(200, { items: [EVENT] }));

    expect(await calendar.meetingsSince(SINCE, signal)).toEqual({
      kind: 'ok',
      value: [
        {
          id: 'e1',
          canceled: false,
          host: 'rita@example.com',
          guests: [
            { address: 'rita@example.com', answer: 'accepted' },
            { address: 'Ada@example.org', answer: 'none' },
            { address: 'bob@example.org', answer: 'declined' },
          ],
          createdAt: Date.parse(EVENT.created),
          updatedAt: Date.parse(EVENT.updated),
        },
      ],
    });
    expect(asked[0]?.searchParams.get('updatedMin')).toBe('2026-12-01T00:00:00.000Z');
    expect(asked[0]?.searchParams.get('fields')).not.toMatch(/summary|description|location/);
  });

  test('goes on from page to page', async () => {
    const { calendar, asked } = aCalendar(
      answer(200, { items: [EVENT], nextPageToken: 'p2' }),
      answer(200, { items: [{ ...EVENT, id: 'e2', status: 'cancelled' }] }),
    );

    const result = await calendar.meetingsSince(SINCE, signal);

    expect(result).toMatchObject({ value: [{ id: 'e1' }, { id: 'e2', canceled: true }] });
    expect(asked[1]?.searchParams.get('pageToken')).toBe('p2');
  });

  test('reads everything to come where Google has forgotten what was changed', async () => {
    const old = { ...EVENT, id: 'old', updated: '2026-11-01T00:00:00Z' };
    const { calendar, asked } = aCalendar(answer(410, {}), answer(200, { items: [old, EVENT] }));

    const result = await calendar.meetingsSince(SINCE, signal);

    expect(result).toMatchObject({ kind: 'ok', value: [{ id: 'e1' }] });
    expect(asked[1]?.searchParams.get('timeMin')).toBe('2026-12-01T00:00:00.000Z');
  });

  test('one odd event does not hide the others', async () => {
    const { calendar } = aCalendar(answer(200, { items: [{ id: 7 }, null, EVENT] }));

    expect(await calendar.meetingsSince(SINCE, signal)).toMatchObject({ value: [{ id: 'e1' }] });
  });

  test('an event that names no organizer belongs to the guest who is one', async () => {
    const { organizer: _none, ...event } = EVENT;
    const { calendar } = aCalendar(answer(200, { items: [event] }));

    expect(await calendar.meetingsSince(SINCE, signal)).toMatchObject({
      value: [{ host: 'rita@example.com' }],
    });
  });

  const refusal = (reason: string) => ({ error: { errors: [{ reason }] } });

  test.each<[string, CalendarAnswer, object]>([
    ['no scope', answer(403, refusal('insufficientPermissions')), { kind: 'notGranted' }],
    ['an API that is off', answer(403, refusal('accessNotConfigured')), { kind: 'notGranted' }],
    ['no calendar', answer(404, refusal('notFound')), { kind: 'notGranted' }],
    ['too many questions', answer(403, refusal('rateLimitExceeded')), { kind: 'throttled' }],
    ['a busy server', answer(503, undefined), { kind: 'unavailable' }],
    ['a page of a hotel', answer(200, '<html>'), { kind: 'unavailable' }],
    ['a question it does not take', answer(400, {}), { kind: 'refused', detail: 'http400' }],
    ['no connection', { kind: 'offline' }, { kind: 'offline' }],
  ])('says so: %s', async (_what, given, expected) => {
    expect(await aCalendar(given).calendar.meetingsSince(SINCE, signal)).toEqual(expected);
  });
});
