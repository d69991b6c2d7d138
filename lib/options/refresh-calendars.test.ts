import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Rpc } from '@/lib/rpc/client';
import { sequenceMessages } from '@/lib/rpc/sequence-messages';
import type { LocalDate } from '@/lib/time/local-date';
import { NOW } from '@/test/support/builders';
import { createFakeLocks } from '@/test/support/fake-locks';
import { day } from '@/test/support/times';
import { type CalendarDeps, refreshCalendars } from './refresh-calendars';

type Saved = Parameters<Rpc['calendar.save']>[0];

function setup(horizon: LocalDate | undefined, overrides: Partial<CalendarDeps> = {}) {
  const saved: Saved[] = [];
  const progress: [number, number][] = [];
  const deps: CalendarDeps = {
    rpc: {
      'calendar.save': async (input) => {
        saved.push(input);
      },
    },
    readHorizon: async () => horizon,
    clock: { now: () => NOW },
    locks: createFakeLocks(),
    language: 'en',
    breathe: async () => {},
    progress: (done, total) => progress.push([done, total]),
    ...overrides,
  };
  return { deps, saved, progress };
}

const never = new AbortController().signal;

test('of two open pages only one works it out', async () => {
  let horizon: LocalDate | undefined;
  const { deps, saved } = setup(undefined, { readHorizon: async () => horizon });
  const save: Rpc['calendar.save'] = async (input) => {
    await deps.rpc['calendar.save'](input);
    if (input.zoneCountries) horizon = day('2028-12-31');
  };
  const page = { ...deps, rpc: { 'calendar.save': save } };

  const both = await Promise.all([refreshCalendars(page, never), refreshCalendars(page, never)]);

  expect(both.map(({ kind }) => kind)).toEqual(['refreshed', 'fresh']);
  expect(saved.filter(({ zoneCountries }) => zoneCountries)).toHaveLength(1);
});

describe('when they reach', () => {
  test('400 days ahead, nothing is computed and nothing stored', async () => {
    const { deps, saved, progress } = setup(day('2027-12-29'));

    expect(await refreshCalendars(deps, never)).toEqual({ kind: 'fresh', until: '2027-12-29' });
    expect(saved).toEqual([]);
    expect(progress).toEqual([]);
  });

  test.each([
    undefined,
    day('2027-12-28'),
  ])('%s, all countries are stored again', async (horizon) => {
    const { deps, saved, progress } = setup(horizon);

    const outcome = await refreshCalendars(deps, never);

    const stored = saved.flatMap(({ calendars }) => calendars);
    expect(outcome).toEqual({
      kind: 'refreshed',
      countries: stored.length,
      until: '2028-12-31',
    });
    expect(stored.length).toBeGreaterThan(200);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
    expect(progress.at(-1)).toEqual([stored.length, stored.length]);
    expect(progress.length).toBe(saved.length);
  });
});

test('every chunk is one that the worker takes, and only the last brings the zones', async () => {
  const { deps, saved } = setup(undefined);

  await refreshCalendars(deps, never);

  const { input } = sequenceMessages['calendar.save'];
  expect(saved.length).toBeGreaterThan(1);
  for (const message of saved) expect(v.safeParse(input, message).success).toBe(true);
  expect(saved.map(({ zoneCountries }) => zoneCountries !== undefined)).toEqual([
    ...saved.slice(1).map(() => false),
    true,
  ]);
});

test('stopped half-way it stores no zones, so that the next time it begins again', async () => {
  const stop = new AbortController();
  const { deps, saved } = setup(undefined, { progress: () => stop.abort() });

  await expect(refreshCalendars(deps, stop.signal)).rejects.toThrow(/abort/i);
  expect(saved).toHaveLength(1);
  expect(saved[0]?.zoneCountries).toBeUndefined();
});

test('what the worker could not store is not called stored', async () => {
  const { deps, progress } = setup(undefined, {
    rpc: {
      'calendar.save': async () => {
        throw new Error('storeUnavailable');
      },
    },
  });

  await expect(refreshCalendars(deps, never)).rejects.toThrow('storeUnavailable');
  expect(progress).toEqual([]);
});
