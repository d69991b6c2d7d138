import { describe, expect, test } from 'vitest';
import type { ImportView } from '@/components/options/import/import-view';
import type { Note } from '@/components/options/note';
import { RpcFailure } from '@/lib/rpc/failure';
import { fakeRpc } from '@/test/support/options-world';
import { createImportModel } from './import-model';

type Over = Extract<ImportView, { kind: 'over' }>;

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'list.csv') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.byteLength, arrayBuffer: async () => bytes.buffer };
};

function anImport(answers: Parameters<typeof fakeRpc>[0] = {}) {
  const notes: Note[] = [];
  const { rpc, calls } = fakeRpc({
    'contacts.import': async ({ people }) => ({ added: people.length, updated: 0, invalid: [] }),
    ...answers,
  });
  const model = createImportModel({ rpc, language: 'en', say: (note) => void notes.push(note) });
  const over = () => model.view.value as Over;
  const columns = () => (model.view.value.kind === 'ready' ? model.view.value.columns : []);
  return { model, notes, calls, over, columns };
}

describe('choosing a file', () => {
  test('guesses the columns from their headers; what is not known becomes a property', async () => {
    const { model, columns } = anImport();

    await model.choose(
      fileOf(
        'E-Mail Address;First Name;Nazwisko;Firma;Job Title;Lead Status;Ulubiony kolor;Empty\n' +
          'ada@example.com;Ada;Lovelace;Analytical Engines;Analyst;NEW;żółty;\n',
      ),
    );

    expect(columns().map(({ target }) => target)).toEqual([
      'email',
      'firstName',
      'lastName',
      'company',
      'property:job_title',
      'property:lead_status',
      'property:ulubiony_kolor',
      'skip',
    ]);
    expect(columns()[0]?.examples).toEqual(['ada@example.com']);
  });

  test('a field of the contact is taken by one column only', async () => {
    const { model, columns } = anImport();
    await model.choose(fileOf('Email,Work Email\na@example.com,b@example.com\n'));
    const guessed = columns().map(({ target }) => target);

    model.setColumn(1, 'email');

    expect(guessed).toEqual(['email', 'skip']);
    expect(columns().map(({ target }) => target)).toEqual(['skip', 'email']);
  });

  test('reads what Excel writes on Windows', async () => {
    const { model, columns } = anImport();
    const latin = new Uint8Array([...'Email,Name\na@example.com,Jos'].map((c) => c.charCodeAt(0)));

    await model.choose(fileOf(new Uint8Array([...latin, 0xe9])));

    expect(columns()[1]?.examples).toEqual(['José']);
  });

  test.each([
    ['', 'noRows'],
    ['Email,Name\n', 'noRows'],
    ['\n\n', 'noRows'],
  ])('%o holds nobody and says so', async (content, problem) => {
    const { model } = anImport();

    await model.choose(fileOf(content));

    expect(model.view.value).toEqual({ kind: 'empty', problem });
  });

  test('a file that cannot be read, or is no list any more, is said', async () => {
    const { model } = anImport();
    const gone = () => Promise.reject(new Error('gone'));

    await model.choose({ name: 'a.csv', size: 1, arrayBuffer: gone });
    const unreadable = model.view.value;
    await model.choose({ name: 'a.csv', size: 60_000_000, arrayBuffer: gone });

    expect(unreadable).toEqual({ kind: 'empty', problem: 'unreadable' });
    expect(model.view.value).toEqual({ kind: 'empty', problem: 'tooLarge' });
  });
});

describe('taking over', () => {
  test('needs a column of addresses', async () => {
    const { model, calls } = anImport();
    await model.choose(fileOf('Name\nAda\n'));

    await model.start();

    expect([model.view.value.kind, calls]).toEqual(['ready', []]);
  });

  test('sends each line as a contact with everything its columns say', async () => {
    const { model, calls } = anImport();
    await model.choose(
      fileOf(
        'Email,First name,Last name,Company,Time zone,Stage\n' +
          '"Ada <ada@example.com>; second@example.com",Ada,Lovelace,"Engines, Inc.",Europe/London,demo\n',
      ),
    );

    await model.start();

    expect(calls).toEqual([
      [
        'contacts.import',
        {
          people: [
            {
              name: 'Ada Lovelace',
              emails: ['ada@example.com', 'second@example.com'],
              company: 'Engines, Inc.',
              zone: 'Europe/London',
              properties: { first_name: 'Ada', last_name: 'Lovelace', stage: 'demo' },
            },
          ],
        },
      ],
    ]);
  });

  test('reports what could not be taken by the line of the file, also behind line breaks in cells', async () => {
    const { model, over, calls } = anImport({
      'contacts.import': async () => ({
        added: 1,
        updated: 1,
        invalid: [{ row: 1, reason: 'badAddress' }],
      }),
    });
    await model.choose(
      fileOf(
        'Email,Notes\r\n' +
          'a@example.com,"two\r\nlines"\r\n' +
          ',nobody\r\n' +
          '\r\n' +
          'not an address,x\r\n' +
          'b@example.com,refused by the worker\r\n' +
          'c@example.com,\r\n',
      ),
    );

    await model.start();

    expect(calls).toHaveLength(1);
    expect(over()).toMatchObject({ end: 'finished', added: 1, updated: 1, done: 3, total: 3 });
    expect(over().invalid).toEqual([
      { line: 4, reason: 'noAddress', text: '' },
      { line: 6, reason: 'badAddress', text: 'not an address' },
      { line: 7, reason: 'badAddress', text: 'b@example.com' },
    ]);
  });

  const many = `Email\n${Array.from({ length: 1_100 }, (_, i) => `p${i}@example.com`).join('\n')}`;

  test('many go in parts and show how far they are', async () => {
    const seen: number[] = [];
    const world = anImport({
      'contacts.import': async ({ people }) => {
        const { value } = world.model.view;
        if (value.kind === 'running') seen.push(value.done);
        return { added: people.length, updated: 0, invalid: [] };
      },
    });
    await world.model.choose(fileOf(many));

    await world.model.start();

    expect(seen).toEqual([0, 500, 1_000]);
    expect(world.over()).toMatchObject({ end: 'finished', added: 1_100, invalid: [] });
  });

  test('canceling ends after the part that is on its way and says what was not taken', async () => {
    const world = anImport({
      'contacts.import': async ({ people }) => {
        world.model.cancel();
        return { added: people.length, updated: 0, invalid: [] };
      },
    });
    await world.model.choose(fileOf(many));

    await world.model.start();

    expect(world.calls).toHaveLength(1);
    expect(world.over()).toMatchObject({ end: 'canceled', added: 500, done: 500, total: 1_100 });
  });

  test('without an answer it stops, says so, and what was taken stays counted', async () => {
    let parts = 0;
    const { model, over, notes } = anImport({
      'contacts.import': async ({ people }) => {
        parts += 1;
        if (parts === 2) throw new RpcFailure('storeUnavailable');
        return { added: people.length, updated: 0, invalid: [] };
      },
    });
    await model.choose(fileOf(many));

    await model.start();

    expect(over()).toMatchObject({ end: 'failed', added: 500, done: 500, total: 1_100 });
    expect(notes[0]?.text).toMatch(/could not be opened/);
  });

  test('another file starts from the beginning', async () => {
    const { model } = anImport();
    await model.choose(fileOf('Email\na@example.com'));
    await model.start();

    model.reset();

    expect(model.view.value).toEqual({ kind: 'empty' });
  });
});
