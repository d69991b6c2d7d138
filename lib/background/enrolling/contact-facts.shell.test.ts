import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveCalendar } from '@/lib/background/time/save-calendar';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { SECOND } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import { ada, adaDesk } from '@/test/support/ada-desk';
import { aSequence } from '@/test/support/builders';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { unenroll } from './change-enrollment';

const never = new AbortController().signal;

let world: WorkerWorld;
beforeEach(async () => {
  world = await createWorkerWorld({
    sequences: [aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS })],
  });
});

const { preview, enrolling, found } = adaDesk(() => world);

describe('public holidays', () => {
  beforeEach(async () => {
    const day = (date: string, name: string) => ({ date: v.parse(localDateSchema, date), name });
    const until = v.parse(localDateSchema, '2027-12-31');
    await saveCalendar(world.life(), {
      calendars: [
        { id: 'PL', days: [day('2026-11-24', 'Święto')], until },
        { id: 'GH', days: [], until },
        { id: 'own', days: [day('2026-11-25', 'Moving')], until },
      ],
      zoneCountries: { 'Europe/Warsaw': 'PL', 'Africa/Accra': 'GH' },
    });
  });

  test.each([
    { who: 'of the zone', zone: 'Europe/Warsaw', country: '', quiet: true },
    { who: 'named on the page', zone: 'Africa/Accra', country: 'Poland', quiet: true },
    { who: 'named in Polish', zone: 'Africa/Accra', country: 'polska', quiet: true },
    { who: 'given as a code', zone: 'Africa/Accra', country: 'pl', quiet: true },
    { who: 'elsewhere', zone: 'Europe/Warsaw', country: 'Ghana', quiet: false },
    { who: 'that nobody can read', zone: 'Europe/Warsaw', country: 'Ruritania', quiet: true },
  ])('are those of the country $who', async ({ zone, country, quiet }) => {
    const asked = { person: ada({ zone, properties: country ? { country } : {} }) };

    const check = await found('quietTime', asked);

    if (quiet) expect(check).toMatchObject({ result: 'warn', holiday: 'Święto' });
    else expect(check).toEqual({ result: 'pass', reason: undefined });
  });

  test('and own closed days move the first email on, and the plan of the others', async () => {
    const { offers, plan } = await preview();

    // The 24th is a holiday, the 25th closed; the window opens at eight.
    const [offer] = offers;
    expect(offer?.why).toBe('window');
    expect(new Date(offer?.at ?? 0).toISOString()).toMatch(/^2026-11-26T07:00/);
    const days = plan.map(({ at }) => new Date(at).toISOString().slice(0, 10));
    expect(days).toEqual(['2026-11-24', '2026-11-30', '2026-12-04']);
  });

  test('count for the emails that follow', async () => {
    const outcome = await enrolling();
    if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
    world.now += 10 * SECOND;

    await world.life().engine.runDue(never);

    const [enrollment] = await (await world.database()).getAll('enrollments');
    expect(new Date(enrollment?.nextAt ?? 0).toISOString()).toMatch(/^2026-11-30T08:00/);
  });
});

describe('what is known of a contact', () => {
  test('who holds them, by the address of the sender', async () => {
    await enrolling();

    expect(await found('alreadyEnrolled')).toMatchObject({
      result: 'block',
      owner: 'rep@example.com',
      sequence: 'Introduction',
    });
  });

  test('which sequences they were in; what was taken back has never been', async () => {
    world.settings = { ...world.settings, coolOffDays: 30 };
    const first = await enrolling();
    if (first.kind !== 'enrolled') throw new Error('enrolled');
    await unenroll(world.life(), first.status.enrollmentId, 'undone');
    expect((await found('recentlyEnrolled'))?.result).toBe('pass');

    const second = await enrolling();
    if (second.kind !== 'enrolled') throw new Error('enrolled');
    await unenroll(world.life(), second.status.enrollmentId, 'manual');

    expect(await found('recentlyEnrolled')).toMatchObject({ result: 'warn', limit: 30 });
  });

  test('who of their company is in the same sequence', async () => {
    await enrolling({ person: ada({ name: 'Grace', emails: ['grace@engines.example.com'] }) });

    expect(await found('sameCompany')).toMatchObject({ result: 'warn', name: 'Grace' });
    const elsewhere = ada({ emails: ['ada@gmail.com'] });
    expect((await found('sameCompany', { person: elsewhere }))?.result).toBe('pass');
  });
});
