import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  ColumnTarget,
  ImportView,
  InvalidLine,
} from '@/components/options/import/import-view';
import type { Note } from '@/components/options/note';
import { failureNote } from '@/lib/options/failure-note';
import type { Rpc } from '@/lib/rpc/client';
import { IMPORT_PART } from '@/lib/rpc/import-part';
import { decodeText } from './decode-text';
import { guessColumns } from './guess-columns';
import { type ImportedPerson, peopleOf } from './people-of';
import { type CsvFile, readCsv } from './read-csv';

/** A file that a person chose; the browser's own fits. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

export interface ImportDeps {
  readonly rpc: Pick<Rpc, 'contacts.import'>;
  readonly language: string;
  readonly say: (note: Note) => void;
}

export interface ImportModel {
  readonly view: ReadonlySignal<ImportView>;
  readonly choose: (file: ChosenFile) => Promise<void>;
  readonly setColumn: (index: number, target: ColumnTarget) => void;
  readonly start: () => Promise<void>;
  /** After the part that is on its way; what was taken stays. */
  readonly cancel: () => void;
  /** Back to choosing a file. */
  readonly reset: () => void;
}

const MOST_BYTES = 50_000_000;

/** Contacts from a file. Sent in parts; a part that was sent before changes nothing. */
export function createImportModel(deps: ImportDeps): ImportModel {
  const view = signal<ImportView>({ kind: 'empty' });
  let file: CsvFile | undefined;
  let canceled = false;

  const choose: ImportModel['choose'] = async (chosen) => {
    file = undefined;
    if (chosen.size > MOST_BYTES) {
      view.value = { kind: 'empty', problem: 'tooLarge' };
      return;
    }
    view.value = { kind: 'reading', file: chosen.name };
    const read = await readFile(chosen, deps.language);
    if (typeof read === 'string') {
      view.value = { kind: 'empty', problem: read };
      return;
    }
    file = read;
    const columns = guessColumns(read);
    view.value = { kind: 'ready', file: chosen.name, total: read.rows.length, columns };
  };

  const start: ImportModel['start'] = async () => {
    const ready = view.peek();
    if (ready.kind !== 'ready' || file === undefined) return;
    if (!ready.columns.some(({ target }) => target === 'email')) return;
    const { people, invalid } = peopleOf(file, ready.columns);
    const total = people.length;
    canceled = false;
    view.value = { kind: 'running', file: ready.file, done: 0, total };
    const sent = await sendAll(deps, people, {
      isCanceled: () => canceled,
      progress: (done) => {
        view.value = { kind: 'running', file: ready.file, done, total };
      },
    });
    view.value = {
      ...sent,
      kind: 'over',
      file: ready.file,
      total,
      invalid: [...invalid, ...sent.invalid].toSorted((one, other) => one.line - other.line),
    };
  };

  return {
    view,
    choose,
    start,
    setColumn: (index, target) => {
      const ready = view.peek();
      if (ready.kind === 'ready') {
        view.value = { ...ready, columns: withTarget(ready.columns, index, target) };
      }
    },
    cancel: () => {
      canceled = true;
    },
    reset: () => {
      file = undefined;
      view.value = { kind: 'empty' };
    },
  };
}

async function readFile(
  chosen: ChosenFile,
  language: string,
): Promise<CsvFile | 'noRows' | 'unreadable'> {
  try {
    const text = decodeText(new Uint8Array(await chosen.arrayBuffer()), language);
    return (await readCsv(text)) ?? 'noRows';
  } catch {
    return 'unreadable';
  }
}

type Columns = Extract<ImportView, { kind: 'ready' }>['columns'];

/** Each target belongs to one column: the one that had it before is left out. */
function withTarget(columns: Columns, index: number, target: ColumnTarget): Columns {
  return columns.map((column, at) => {
    if (at === index) return { ...column, target };
    return target !== 'skip' && column.target === target ? { ...column, target: 'skip' } : column;
  });
}

interface Sent {
  readonly end: 'finished' | 'canceled' | 'failed';
  readonly done: number;
  readonly added: number;
  readonly updated: number;
  readonly invalid: readonly InvalidLine[];
}

async function sendAll(
  { rpc, say }: ImportDeps,
  people: readonly ImportedPerson[],
  on: { readonly isCanceled: () => boolean; readonly progress: (done: number) => void },
): Promise<Sent> {
  let [done, added, updated] = [0, 0, 0];
  const invalid: InvalidLine[] = [];
  const sum = (end: Sent['end']): Sent => ({ end, done, added, updated, invalid });
  while (done < people.length) {
    if (on.isCanceled()) return sum('canceled');
    const part = people.slice(done, done + IMPORT_PART);
    try {
      const outcome = await rpc['contacts.import']({ people: part.map(({ person }) => person) });
      added += outcome.added;
      updated += outcome.updated;
      invalid.push(...outcome.invalid.flatMap((one) => lineOf(part[one.row], one.reason)));
    } catch (cause) {
      say(failureNote(cause));
      return sum('failed');
    }
    done += part.length;
    on.progress(done);
  }
  return sum('finished');
}

function lineOf(
  imported: ImportedPerson | undefined,
  reason: InvalidLine['reason'],
): readonly InvalidLine[] {
  if (imported === undefined) return [];
  return [{ line: imported.line, reason, text: imported.person.emails.join(', ') }];
}
