// Long because it is the rule book of one model: whatever can be done with the list.
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { RpcFailure } from '@/lib/rpc/failure';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { UnenrollOutcome } from '@/lib/rpc/views';
import { address, enrollmentId, NOW, zone } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { anEnrollmentRow } from '@/test/support/view-builders';
import { createEnrollmentsModel, type EnrollmentsDeps, PAGE } from './enrollments-model';
import type { UndoableNote } from './notes';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anEnrollmentRow({ enrollmentId: enrollmentId(`e${index}`), contactName: `Person ${index}` }),
  );

async function aList(
  rows: readonly EnrollmentRow[],
  answers: Parameters<typeof fakeRpc>[0] = {},
  overrides: Partial<EnrollmentsDeps> = {},
) {
  const notes: UndoableNote[] = [];
  const { rpc, calls } = fakeRpc(answers);
  const list = createEnrollmentsModel({
    readRows: async (limit) => rows.slice(0, limit),
    readJournal: async () => [],
    rpc,
    clock: { now: () => NOW },
    say: (note) => void notes.push(note),
    ...overrides,
  });
  await list.refresh();
  return { list, notes, calls };
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
    const readRows = () => Promise.reject(new Error('blocked'));
    const { list } = await aList([], {}, { readRows });

    expect([list.failed.value, list.rows.value]).toEqual([true, undefined]);
  });
});

test('somebody who seems to ask for no more emails gets none with one click', async () => {
  const row = anEnrollmentRow({ state: 'unenrolled', reason: 'replied', asksOptOut: true });
  const { list, notes, calls } = await aList([row], {
    'suppression.add': async () => ({ added: 1, invalid: [] }),
  });

  await list.act(row, 'suppress');

  expect(calls).toEqual([['suppression.add', { entries: [row.to], reason: 'optedOut' }]]);
  expect(notes).toMatchObject([{ tone: 'good', text: expect.stringContaining(row.to) }]);
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
  ] as const)('%o is said', async (outcome: UnenrollOutcome, tone, sentence) => {
    const { list, notes } = await aList([], { 'enrollment.unenroll': async () => outcome });

    await list.act(anEnrollmentRow(), 'unenroll');

    expect(notes[0]?.tone).toBe(tone);
    expect(notes[0]?.text).toMatch(sentence);
    expect([notes[0]?.undo, list.busy.value]).toEqual([undefined, undefined]);
  });

  test('without an answer is said and can be tried again', async () => {
    const failing = async () => {
      throw new RpcFailure('storeUnavailable');
    };
    const { list, notes } = await aList([], { 'enrollment.unenroll': failing });

    await list.act(anEnrollmentRow(), 'unenroll');

    expect(notes[0]?.text).toMatch(/could not be opened/);
    expect(list.busy.value).toBeUndefined();
  });
});

describe('Pause and Resume', () => {
  const undoUntil = NOW + 10_000;

  test('pausing says that the rest of the delay waits, and can be taken back', async () => {
    const { list, notes, calls } = await aList([], {
      'enrollment.pause': async () => ({ kind: 'paused', undoUntil }),
      'enrollment.restore': async () => ({ kind: 'tooLate' }),
    });

    await list.act(anEnrollmentRow(), 'pause');
    await notes[0]?.undo?.run();

    expect(notes.map(({ text }) => text)).toEqual([
      'Ada Lovelace is paused. The rest of the delay waits until you resume.',
      'Too late to take this back for Ada Lovelace.',
    ]);
    expect(notes[0]?.undo?.until).toBe(undoUntil);
    expect(calls.map(([name]) => name)).toEqual(['enrollment.pause', 'enrollment.restore']);
  });

  test('an email on its way cannot be paused', async () => {
    const { list, notes } = await aList([], {
      'enrollment.pause': async () => ({ kind: 'sending' }),
    });

    await list.act(anEnrollmentRow(), 'pause');

    expect(notes[0]).toMatchObject({ tone: 'warn', text: /on its way right now/ });
  });

  test('resuming says what goes out next and when, on the contact’s clock', async () => {
    const { list, notes } = await aList([], {
      'enrollment.resume': async () => ({
        kind: 'resumed',
        nextAt: NOW + 26 * 3_600_000,
        subject: 'A question',
        zone: zone('America/New_York'),
        undoUntil,
      }),
    });

    await list.act(anEnrollmentRow({ state: 'paused' }), 'resume');

    expect(notes[0]?.text).toBe(
      'Ada Lovelace goes on. Next: “A question”, tomorrow 5:00 AM their time.',
    );
  });
});

describe('choosing many', () => {
  const rows = [
    anEnrollmentRow({ enrollmentId: enrollmentId('a'), contactName: 'Ada' }),
    anEnrollmentRow({ enrollmentId: enrollmentId('b'), contactName: 'Alan', state: 'paused' }),
    anEnrollmentRow({ enrollmentId: enrollmentId('c'), contactName: 'Kurt', state: 'finished' }),
  ];

  test('all means all that are shown and still run', async () => {
    const { list } = await aList(rows);

    list.selection.toggleAll();

    expect([...list.selection.ids.value]).toEqual(['a', 'b']);
    expect(list.selection.all.value).toBe('all');
  });

  test('nobody is changed whom a filter hides', async () => {
    const { list } = await aList(rows);
    list.selection.toggleAll();

    list.narrow({ text: 'alan' });

    expect([...list.selection.ids.value]).toEqual(['b']);
  });

  test('one by one, and back to none', async () => {
    const { list } = await aList(rows);
    list.selection.toggle(enrollmentId('a'));
    const some = list.selection.all.value;

    list.selection.toggle(enrollmentId('a'));

    expect([some, list.selection.all.value]).toEqual(['some', 'none']);
  });

  test('never more than one change may hold', async () => {
    const { list } = await aList(numbered(PAGE * 6));
    for (let page = 0; page < 5; page += 1) await list.more();

    list.selection.toggleAll();

    expect(list.selection.ids.value.size).toBe(500);
  });
});

describe('the history of one', () => {
  const entry = (code: JournalEntry['code']): JournalEntry => ({
    at: NOW,
    code,
    actor: 'person',
    params: {},
  });

  test('is read when it is opened, follows changes, and closes again', async () => {
    let entries = [entry('enrolled')];
    const { list } = await aList([anEnrollmentRow()], {}, { readJournal: async () => entries });
    const id = enrollmentId('enrollment-1');
    await list.toggleHistory(id);
    const before = list.history.value?.entries?.length;

    entries = [...entries, entry('paused')];
    await list.refresh();
    const after = list.history.value?.entries?.length;
    await list.toggleHistory(id);

    expect([before, after, list.history.value]).toEqual([1, 2, undefined]);
  });
});
