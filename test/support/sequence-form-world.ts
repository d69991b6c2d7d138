import type { Note } from '@/components/options/note';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { StoredSequence } from '@/lib/options/form-state';
import type { Place } from '@/lib/options/route';
import { createSequenceFormModel } from '@/lib/options/sequence-form-model';
import type { SequenceSaved } from '@/lib/rpc/sequence-views';
import { aSequence, sequenceId } from './builders';
import { fakeMemory, fakeRpc } from './options-world';

/** The sequence that every form here is about. */
export const ID = 'sequence-1';

/** As the database holds it. */
export const stored = (overrides: Partial<Sequence> = {}, live = 0): StoredSequence => {
  const sequence = aSequence(overrides);
  const { id, name, version, state, access, owner, steps } = sequence;
  const head = {
    id,
    name,
    version,
    state,
    access,
    owner,
    steps: steps.length,
    live,
    paused: false,
  };
  return { head, sequence };
};

/** A form over one stored sequence, which tests put in the database and take away again. */
export function aForm(
  options: {
    readonly first?: StoredSequence;
    readonly saved?: SequenceSaved | Error;
    readonly memory?: ReturnType<typeof fakeMemory>;
  } = {},
) {
  const { memory = fakeMemory(), saved } = options;
  const database = { sequence: options.first };
  const notes: Note[] = [];
  const places: Place[] = [];
  const { rpc, calls } = fakeRpc({
    'sequence.save': async () => {
      if (saved instanceof Error) throw saved;
      return saved ?? { kind: 'saved', id: sequenceId(ID), version: 2 };
    },
  });
  let keys = 0;
  const form = createSequenceFormModel({
    rpc,
    readSequence: async () => database.sequence,
    memory,
    newKey: () => `key-${++keys}`,
    go: (place) => void places.push(place),
    say: (note) => void notes.push(note),
  });
  return { form, memory, database, notes, places, calls };
}

export const draft = ({ form }: ReturnType<typeof aForm>) => form.form.value?.draft;
