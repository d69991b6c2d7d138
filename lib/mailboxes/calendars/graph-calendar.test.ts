import { describe, expect, test } from 'vitest';
import { answer, type CalendarAnswer, scriptedCalendar } from '@/test/support/scripted-calendar';
import { createGraphCalendar } from './graph-calendar';

const { signal } = new AbortController();
const SINCE = Date.parse('2026-12-01T00:00:00Z');

const aCalendar = (...answers: readonly CalendarAnswer[]) =>
  scriptedCalendar(createGraphCalendar, ...answers);

const person = (address: string) => ({ emailAddress: { name: 'x', address } });
const EVENT = {
  id: 'e1',
  isCancelled: false,
  createdDateTime: '2026-12-01T08:00:00.1234567Z',
  lastModifiedDateTime: '2026-12-02T08:00:00.1234567Z',
  organizer: person('rita@example.com'),
  attendees: [
    { ...person('ada@example.org'), status: { response: 'tentativelyAccepted' } },
    { ...person('bob@example.org'), status: { response: 'notResponded' } },
  ],
};

describe('meetingsSince', () => {
  test('reads what was changed since then, and no title', async () => {
    const { calendar, asked } = aCalendar(answer(200, { value: [EVENT] }));

    expect(await calendar.meetingsSince(SINCE, signal)).toEqual({
      kind: 'ok',
      value: [
        {
          id: 'e1',
          canceled: false,
          host: 'rita@example.com',
          guests: [
            { address: 'ada@example.org', answer: 'tentative' },
            { address: 'bob@example.org', answer: 'none' },
          ],
          createdAt: Date.parse('2026-12-01T08:00:00.123Z'),
          updatedAt: Date.parse('2026-12-02T08:00:00.123Z'),
        },
      ],
    });
    expect(asked[0]?.searchParams.get('$filter')).toBe(
      'lastModifiedDateTime ge 2026-12-01T00:00:00.000Z',
    );
    expect(asked[0]?.searchParams.get('$select')).not.toMatch(/subject|body|location/);
  });

  test('follows links to Graph, and to nobody else', async () => {
    const next = (link: string) => answer(200, { value: [EVENT], '@odata.nextLink': link });
    const there = aCalendar(
      next('https://graph.microsoft.com/v1.0/me/events?$skip=1'),
      answer(200, { value: [{ ...EVENT, id: 'e2' }] }),
    );
    const elsewhere = aCalendar(next('https://graph.example.com/v1.0/me/events?$skip=1'));

    expect(await there.calendar.meetingsSince(SINCE, signal)).toMatchObject({
      value: [{ id: 'e1' }, { id: 'e2' }],
    });
    await elsewhere.calendar.meetingsSince(SINCE, signal);
    expect(elsewhere.asked).toHaveLength(1);
  });

  test.each<[string, CalendarAnswer, object]>([
    ['no scope', answer(403, { error: { code: 'ErrorAccessDenied' } }), { kind: 'notGranted' }],
    ['too many questions', answer(429, undefined), { kind: 'throttled' }],
    ['a busy server', answer(503, undefined), { kind: 'unavailable' }],
    ['a page of a hotel', answer(200, '<html>'), { kind: 'unavailable' }],
    ['no connection', { kind: 'offline' }, { kind: 'offline' }],
  ])('says so: %s', async (_what, given, expected) => {
    expect(await aCalendar(given).calendar.meetingsSince(SINCE, signal)).toEqual(expected);
  });
});
