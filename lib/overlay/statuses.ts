import { type ReadonlySignal, signal } from '@preact/signals';
import type { Person } from '@/lib/domain/contact/person';
import type { Rpc } from '@/lib/rpc/client';
import type { FailureCode } from '@/lib/rpc/failure';
import { failureCode } from '@/lib/rpc/failure-code';
import type { ContactStatus } from '@/lib/rpc/views';
import { personKey } from './person-key';

export interface StatusesDeps {
  readonly rpc: Pick<Rpc, 'contact.status'>;
  readonly signal: AbortSignal;
}

export interface Statuses {
  readonly values: ReadonlySignal<ReadonlyMap<string, ContactStatus>>;
  /** The last question got no answer; what was known before stays. */
  readonly failure: ReadonlySignal<FailureCode | undefined>;
  readonly ask: (people: readonly Person[]) => Promise<void>;
  /** Only those of whom nothing is known: a pointer that wanders over rows asks once per row. */
  readonly askNew: (people: readonly Person[]) => Promise<void>;
  /** Something stored has changed: what is known of anybody else may be old. */
  readonly forgetOthers: (people: readonly Person[]) => void;
  /** The worker has just said so itself, for example in its answer to Enroll. */
  readonly set: (person: Person, status: ContactStatus) => void;
}

/** The most that one message may ask about, see `contact.status`. */
const BATCH = 500;

/** What is known about the people on the page. A late answer never overwrites a newer one. */
export function createStatuses({ rpc, signal: life }: StatusesDeps): Statuses {
  const values = signal<ReadonlyMap<string, ContactStatus>>(new Map());
  const failure = signal<FailureCode>();
  const newest = new Map<string, number>();
  let questions = 0;

  const store = (entries: readonly (readonly [string, ContactStatus])[]) => {
    if (entries.length > 0) values.value = new Map([...values.peek(), ...entries]);
  };

  const ask = async (people: readonly Person[]) => {
    const batch = people.slice(0, BATCH);
    if (batch.length === 0) return;
    const question = ++questions;
    const keys = batch.map(personKey);
    for (const key of keys) newest.set(key, question);
    try {
      const answers = await rpc['contact.status']({ people: [...batch] });
      if (life.aborted) return;
      failure.value = undefined;
      store(
        keys.flatMap((key, index) => {
          const answer = answers[index];
          return answer && newest.get(key) === question ? [[key, answer] as const] : [];
        }),
      );
    } catch (cause) {
      for (const key of keys) if (newest.get(key) === question) newest.delete(key);
      if (!life.aborted && question === questions) failure.value = failureCode(cause);
    }
  };

  const set = (person: Person, status: ContactStatus) => {
    newest.set(personKey(person), ++questions);
    store([[personKey(person), status]]);
  };

  const askNew = (people: readonly Person[]) =>
    ask(people.filter((person) => !newest.has(personKey(person))));

  const forgetOthers = (people: readonly Person[]) => {
    const keep = new Set(people.map(personKey));
    for (const key of newest.keys()) if (!keep.has(key)) newest.delete(key);
    values.value = new Map([...values.peek()].filter(([key]) => keep.has(key)));
  };

  return { values, failure, ask, askNew, forgetOthers, set };
}
