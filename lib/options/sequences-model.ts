import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type {
  SequenceAction,
  SequenceFilter,
  SequenceLine,
} from '@/components/options/sequence-line';
import { matchesQuery } from '@/components/ui/matches-query';
import type { SequenceId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { SequenceHead } from '@/lib/store/schema';
import { failureNote } from './failure-note';
import { sequenceLineOf } from './sequence-line-of';

export interface SequencesDeps {
  readonly rpc: Pick<Rpc, 'sequence.change' | 'sequence.duplicate'>;
  readonly readSequences: () => Promise<readonly SequenceHead[]>;
  readonly say: (note: Note) => void;
  /** Opens one in the form, by its id, or a new one. */
  readonly edit: (item: string) => void;
}

export interface SequencesModel {
  /** `undefined` until they were read. */
  readonly lines: ReadonlySignal<readonly SequenceLine[] | undefined>;
  readonly shown: ReadonlySignal<readonly SequenceLine[]>;
  readonly failed: ReadonlySignal<boolean>;
  readonly filter: ReadonlySignal<SequenceFilter>;
  readonly busy: ReadonlySignal<SequenceId | undefined>;
  /** The one that is about to be deleted, once the rep confirms. */
  readonly deleting: ReadonlySignal<SequenceId | undefined>;
  readonly refresh: () => Promise<void>;
  readonly narrow: (change: Partial<SequenceFilter>) => void;
  readonly askToDelete: (id: SequenceId | undefined) => void;
  readonly change: (line: SequenceLine, action: SequenceAction) => Promise<void>;
  readonly duplicate: (line: SequenceLine) => Promise<void>;
  readonly edit: SequencesDeps['edit'];
}

/** All sequences: what each is, and what can be done with it as a whole. */
export function createSequencesModel(deps: SequencesDeps): SequencesModel {
  const { rpc, say } = deps;
  const lines = signal<readonly SequenceLine[]>();
  const failed = signal(false);
  const filter = signal<SequenceFilter>({ text: '', archived: false });
  const busy = signal<SequenceId>();
  const deleting = signal<SequenceId>();

  const refresh = coalesced(async () => {
    try {
      lines.value = (await deps.readSequences()).flatMap((head) => sequenceLineOf(head) ?? []);
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  const working = async (id: SequenceId, work: () => Promise<void>) => {
    busy.value = id;
    deleting.value = undefined;
    try {
      await work();
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      busy.value = undefined;
    }
  };

  return {
    lines,
    shown: computed(() => (lines.value ?? []).filter((line) => fits(line, filter.value))),
    failed,
    filter,
    busy,
    deleting,
    refresh,
    edit: deps.edit,
    narrow: (change) => {
      filter.value = { ...filter.peek(), ...change };
    },
    askToDelete: (id) => {
      deleting.value = id;
    },
    change: (line, action) =>
      working(line.id, async () => {
        const outcome = await rpc['sequence.change']({ id: line.id, action });
        if (outcome.kind === 'missing') say(goneNote(line));
        else say({ tone: 'good', text: changedText(line, action, outcome.enrollments) });
        await refresh();
      }),
    duplicate: (line) =>
      working(line.id, async () => {
        const name = t('options.sequences.copyOf', [line.name]).slice(0, 200);
        const outcome = await rpc['sequence.duplicate']({ id: line.id, name });
        if (outcome.kind !== 'saved') {
          say(goneNote(line));
          return refresh();
        }
        say({ tone: 'good', text: t('options.sequences.duplicated', [name]) });
        await refresh();
        deps.edit(outcome.id);
      }),
  };
}

function fits(line: SequenceLine, { text, archived }: SequenceFilter): boolean {
  return (archived || !line.archived) && matchesQuery(`${line.name} ${line.owner ?? ''}`, text);
}

function goneNote(line: SequenceLine): Note {
  return { tone: 'warn', text: t('options.sequences.gone', [line.name]) };
}

function changedText({ name }: SequenceLine, action: SequenceAction, touched: number): string {
  const count = String(touched);
  switch (action) {
    case 'archive':
      return t('options.sequences.archivedNote', [name, count]);
    case 'restore':
      return t('options.sequences.restoredNote', [name]);
    case 'delete':
      return t('options.sequences.deletedNote', [name, count]);
    case 'pause':
      return t('options.sequences.pausedNote', [name, count]);
    case 'resume':
      return t('options.sequences.resumedNote', [name, count]);
  }
}
