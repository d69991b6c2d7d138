import { describe, expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/instant';
import { aSender, aSequence, NOW, sequenceId } from '@/test/support/builders';
import { bulkChoices, startedBulk, statusOfBulk } from '@/test/support/bulk-steps';
import { createWorkerWorld, somePeople } from '@/test/support/worker-world';
import { bulkPreview } from './bulk-preview';
import { runBulks } from './run-bulks';
import { startBulk } from './start-bulk';

const SEQUENCE = sequenceId('sequence-1');
const never = new AbortController().signal;

describe('a preview of many', () => {
  test('says exactly when each first email leaves, and that is when it is planned', async () => {
    const world = await createWorkerWorld();
    const people = somePeople(30);

    const preview = await bulkPreview(world.life(), { people, choices: bulkChoices() });
    const runId = await startedBulk(world, 30);
    await runBulks(world.life(), never);

    const { rows } = await statusOfBulk(world, runId);
    const planned = rows.map(({ outcome }) => outcome?.kind === 'enrolled' && outcome.firstAt);
    expect(planned).toEqual(preview.rows.map(({ firstAt }) => firstAt));
    expect(preview).toMatchObject({ ready: 30, warned: 0, blocked: 0, confirm: 'nothing' });
    expect(preview.lastFirstAt).toBe(NOW + 9 * MINUTE);
  });

  test('knows the one before it: the same person, a colleague, the last place in the day', async () => {
    const sequence = aSequence();
    const warning = {
      ...sequence,
      settings: { ...sequence.settings, sameCompany: 'warn' },
    } as const;
    const world = await createWorkerWorld({
      sequences: [warning],
      senders: [aSender({ dailyLimit: 2 })],
    });
    const [ada, again, grace, jan] = [
      { name: 'Ada', emails: ['ada@one.example.com'] },
      { name: 'A. L.', emails: ['ADA@one.example.com'] },
      { name: 'Grace', emails: ['grace@one.example.com'] },
      { name: 'Jan', emails: ['jan@two.example.com'] },
    ].map((person) => ({ ...person, zone: 'Europe/Warsaw', properties: {} }));
    const late = { name: 'Late', emails: ['late@three.example.com'], zone: 'Europe/Warsaw' };
    const people = [ada, again, grace, jan, { ...late, properties: {} }].filter(
      (person) => person !== undefined,
    );

    const preview = await bulkPreview(world.life(), { people, choices: bulkChoices() });

    const codes = preview.rows.map(({ result, checks }) => [result, ...checks.map((c) => c.code)]);
    expect(codes).toEqual([
      ['ready'],
      ['blocked', 'alreadyEnrolled', 'sameCompany'],
      ['warned', 'sameCompany'],
      ['ready'],
      ['blocked', 'dailyLimit'],
    ]);
    expect(preview.warnings).toEqual(['sameCompany']);
  });

  test('of 500 says that the number has to be typed, and starting asks for it', async () => {
    const world = await createWorkerWorld();
    const people = somePeople(120);

    const preview = await bulkPreview(world.life(), { people, choices: {} });
    const refused = await startBulk(world.life(), {
      people,
      choices: bulkChoices({ confirmed: 119 }),
    });

    expect(preview).toMatchObject({ confirm: 'type', ready: 120, sequenceId: SEQUENCE });
    expect(refused).toMatchObject({ kind: 'refused', checks: [{ code: 'bulkSize' }] });
    expect(await (await world.database()).getAll('bulkRuns')).toEqual([]);
  });
});
