import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import type { ClosedDay } from '@/lib/store/calendar-list';
import { localDateSchema } from '@/lib/time/local-date';
import { fakeRpc } from '@/test/support/options-world';
import { type CalendarDeps, createCalendarModel } from './calendar-model';

const day = (date: string, name = ''): ClosedDay => ({
  date: v.parse(localDateSchema, date),
  name,
});

async function aCalendar(own: ClosedDay[] = [], overrides: Partial<CalendarDeps> = {}) {
  const notes: Note[] = [];
  const { rpc, calls } = fakeRpc();
  const calendar = createCalendarModel({
    rpc,
    readCalendars: async () => ({ own, countries: [] }),
    refreshHolidays: async () => undefined,
    say: (note) => void notes.push(note),
    ...overrides,
  });
  await calendar.refresh();
  const savedDays = () =>
    calls.map(([, input]) => JSON.parse(JSON.stringify(input)).calendars[0].days as ClosedDay[]);
  return { calendar, notes, calls, savedDays };
}

describe('adding own days', () => {
  test('a range is stored day by day, next to what is there', async () => {
    const { calendar, savedDays, notes } = await aCalendar([day('2026-11-11')]);
    calendar.type({ from: '2026-12-24', to: '2026-12-25', name: ' Party ' });

    await calendar.add();

    expect(savedDays()).toEqual([
      [day('2026-11-11'), day('2026-12-24', 'Party'), day('2026-12-25', 'Party')],
    ]);
    expect(notes[0]?.text).toBe('Days added: 2.');
    expect(calendar.form.value).toEqual({ from: '', to: '', name: '' });
  });

  test('one day needs no end, and a day that is there gets the new name', async () => {
    const { calendar, savedDays } = await aCalendar([day('2026-12-24', 'Old')]);
    calendar.type({ from: '2026-12-24', name: 'New' });

    await calendar.add();

    expect(savedDays()).toEqual([[day('2026-12-24', 'New')]]);
  });

  test('what another tab has added meanwhile stays', async () => {
    const own: ClosedDay[] = [];
    const { calendar, savedDays } = await aCalendar(own);
    own.push(day('2027-01-01'));
    calendar.type({ from: '2026-12-24' });

    await calendar.add();

    expect(savedDays()[0]).toEqual([day('2027-01-01'), day('2026-12-24')]);
  });

  test.each([
    [{ from: '' }, 'Choose a day.'],
    [{ from: '2026-02-31' }, 'Choose a day.'],
    [{ from: '2026-12-24', to: '2026-12-23' }, 'The last day is before the first.'],
    [{ from: '2026-12-24', to: '2028-12-24' }, 'At most a year at once.'],
  ])('%o is refused by name', async (typed, sentence) => {
    const { calendar, calls } = await aCalendar();
    calendar.type(typed);

    await calendar.add();

    expect([calendar.error.value, calls]).toEqual([sentence, []]);
  });
});

test('removing a range leaves the others', async () => {
  const { calendar, savedDays } = await aCalendar([
    day('2026-12-24', 'Party'),
    day('2026-12-25', 'Party'),
    day('2027-01-04', 'Move'),
  ]);
  const [range] = calendar.ranges.value;
  if (range === undefined) throw new Error('a range is expected');

  await calendar.remove(range);

  expect(savedDays()).toEqual([[day('2027-01-04', 'Move')]]);
});

describe('public holidays', () => {
  test('say how far they are, then nothing', async () => {
    const kinds: unknown[] = [];
    const { calendar } = await aCalendar([], {
      refreshHolidays: async (progress) => {
        progress(40, 200);
        kinds.push(calendar.holidays.value);
      },
    });

    await calendar.update(new AbortController().signal);

    expect([...kinds, calendar.holidays.value]).toEqual([
      { kind: 'working', done: 40, total: 200 },
      { kind: 'idle' },
    ]);
  });

  test('a page that is closed meanwhile is no failure', async () => {
    const stop = new AbortController();
    const { calendar } = await aCalendar([], {
      refreshHolidays: async (_progress, signal) => {
        stop.abort();
        signal.throwIfAborted();
      },
    });

    await calendar.update(stop.signal);

    expect(calendar.holidays.value).toEqual({ kind: 'idle' });
  });
});
