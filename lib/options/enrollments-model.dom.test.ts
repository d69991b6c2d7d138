import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import { RpcFailure } from '@/lib/rpc/failure';
import type { EnrollmentRow, UnenrollOutcome } from '@/lib/rpc/views';
import { address, enrollmentId } from '@/test/support/builders';
import { anEnrollmentRow } from '@/test/support/view-builders';
import { createEnrollmentsModel, PAGE } from './enrollments-model';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anEnrollmentRow({ enrollmentId: enrollmentId(`e${index}`), contactName: `Person ${index}` }),
  );

async function aList(
  rows: readonly EnrollmentRow[],
  outcome: UnenrollOutcome | Error = { kind: 'unenrolled', sequenceName: 'Introduction' },
) {
  const notes: Note[] = [];
  const list = createEnrollmentsModel({
    readRows: async (limit) => rows.slice(0, limit),
    rpc: {
      'enrollment.unenroll': async () => {
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    },
    say: (note) => void notes.push(note),
  });
  await list.refresh();
  return { list, notes };
}

const names = (rows: readonly EnrollmentRow[]) => rows.map((row) => row.contactName);

describe('the list of enrollments', () => {
  test('shows a page and says whether there is more', async () => {
    const { list } = await aList(numbered(PAGE + 1));
    const first = [list.shown.value.length, list.hasMore.value];

    await list.more();

    expect(first).toEqual([PAGE, true]);
    expect([list.shown.value.length, list.hasMore.value]).toEqual([PAGE + 1, false]);
  });

  test('exactly one page has nothing more', async () => {
    const { list } = await aList(numbered(PAGE));

    expect(list.hasMore.value).toBe(false);
  });

  test('that cannot be read is not an empty one', async () => {
    const list = createEnrollmentsModel({
      readRows: () => Promise.reject(new Error('blocked')),
      rpc: { 'enrollment.unenroll': async () => ({ kind: 'notEnrolled' }) },
      say: () => undefined,
    });

    await list.refresh();

    expect([list.failed.value, list.rows.value]).toEqual([true, undefined]);
  });
});

describe('a filter', () => {
  const people = [
    anEnrollmentRow({ contactName: 'Łucja Żak', to: address('lucja@example.com') }),
    anEnrollmentRow({ contactName: 'Alan Turing', state: 'paused', sequenceName: 'Win back' }),
    anEnrollmentRow({ contactName: 'Kurt Gödel', state: 'unenrolled', reason: 'replied' }),
    anEnrollmentRow({ contactName: 'Emmy Noether', state: 'failed', reason: 'tokensMissing' }),
  ];

  test.each([
    ['lucja zak', ['Łucja Żak']],
    ['LUCJA@', ['Łucja Żak']],
    ['win', ['Alan Turing']],
    ['godel kurt', ['Kurt Gödel']],
    ['nobody', []],
    ['', ['Łucja Żak', 'Alan Turing', 'Kurt Gödel', 'Emmy Noether']],
  ])('of the text %s finds %o', async (text, found) => {
    const { list } = await aList(people);

    list.narrow({ text });

    expect(names(list.shown.value)).toEqual(found);
  });

  test.each([
    ['live', ['Łucja Żak', 'Alan Turing']],
    ['failed', ['Emmy Noether']],
    ['finished', []],
  ] as const)('of the state %s finds %o', async (state, found) => {
    const { list } = await aList(people);

    list.narrow({ state });

    expect(names(list.shown.value)).toEqual(found);
  });
});

describe('Unenroll', () => {
  test.each([
    [{ kind: 'unenrolled', sequenceName: 'Introduction' }, 'good', /Nothing more is sent/],
    [{ kind: 'tooLate' }, 'warn', /already on its way/],
    [{ kind: 'notEnrolled' }, 'warn', /not in a sequence any more/],
  ] as const)('%o is said', async (outcome, tone, sentence) => {
    const { list, notes } = await aList([anEnrollmentRow()], outcome);

    await list.unenroll(anEnrollmentRow());

    expect(notes[0]?.tone).toBe(tone);
    expect(notes[0]?.text).toMatch(sentence);
    expect(list.busy.value).toBeUndefined();
  });

  test('without an answer is said and can be tried again', async () => {
    const { list, notes } = await aList([anEnrollmentRow()], new RpcFailure('storeUnavailable'));

    await list.unenroll(anEnrollmentRow());

    expect(notes[0]?.text).toMatch(/could not be opened/);
    expect(list.busy.value).toBeUndefined();
  });
});
