import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BulkView } from '@/components/overlay/bulk-view';
import type { Person } from '@/lib/domain/contact/person';
import type { BulkChoices } from '@/lib/domain/enrollment/bulk';
import { BULK_LIMIT } from '@/lib/domain/enrollment/bulk-limits';
import type { Check } from '@/lib/domain/enrollment/check';
import type { BulkPreview } from '@/lib/rpc/bulk-views';
import type { FailureCode } from '@/lib/rpc/failure';
import { bulkRows, countRows } from './bulk-rows-of';
import { personKey } from './person-key';

type Choosable = 'sequenceId' | 'senderId' | 'from' | 'startStep' | 'sendAt';

/** What is there and `undefined` is taken back. */
export type BulkChoice = { readonly [Name in Choosable]?: BulkChoices[Name] | undefined };

/** Who is meant, and how many the page says they are. */
export interface Chosen {
  readonly people: readonly Person[];
  /** Absent where everybody who is ticked can be read. */
  readonly shown?: number | undefined;
}

interface Answer {
  readonly preview: BulkPreview;
  /** Whom it was asked for, in its order. */
  readonly people: readonly Person[];
}

/** All that the bulk popover knows before the start. */
export interface BulkFormState {
  readonly chosen: Signal<Chosen>;
  readonly leftOut: Signal<ReadonlySet<string>>;
  /** Chosen and not left out, as many as one go may hold. */
  readonly meant: ReadonlySignal<readonly Person[]>;
  readonly choices: Signal<BulkChoice>;
  readonly placeholders: Signal<Readonly<Record<string, string>>>;
  readonly answer: Signal<Answer | undefined>;
  readonly acceptsWarned: Signal<boolean>;
  readonly isConfirming: Signal<boolean>;
  readonly typed: Signal<string>;
  readonly isRefreshing: Signal<boolean>;
  readonly isStarting: Signal<boolean>;
  readonly failure: Signal<FailureCode | undefined>;
  readonly refused: Signal<readonly Check[]>;
}

export function createBulkFormState(): BulkFormState {
  const chosen = signal<Chosen>({ people: [] });
  const leftOut = signal<ReadonlySet<string>>(new Set());
  return {
    chosen,
    leftOut,
    meant: computed(() => remaining(chosen.value, leftOut.value).slice(0, BULK_LIMIT)),
    choices: signal({}),
    placeholders: signal({}),
    answer: signal(undefined),
    acceptsWarned: signal(false),
    isConfirming: signal(false),
    typed: signal(''),
    isRefreshing: signal(false),
    isStarting: signal(false),
    failure: signal(undefined),
    refused: signal([]),
  };
}

/** What of it is shown. Read within a computed, it follows every change. */
export function bulkView(state: BulkFormState): BulkView {
  const { people, shown = 0 } = state.chosen.value;
  const left = remaining(state.chosen.value, state.leftOut.value);
  const answer = state.answer.value;
  const failure = state.failure.value;
  const meant = new Set(state.meant.value.map(personKey));
  const rows = answer ? bulkRows(answer.preview, answer.people) : [];
  const shownRows = rows.filter(({ key }) => meant.has(key));
  const counts = countRows(shownRows);
  return {
    chosen: meant.size,
    leftOut: people.length - left.length,
    ...(shown > people.length && { unread: { shown, read: people.length } }),
    isCut: left.length > BULK_LIMIT,
    ...(answer && { preview: answer.preview }),
    startStep: state.choices.value.startStep ?? 1,
    sendAt: state.choices.value.sendAt,
    placeholders: state.placeholders.value,
    rows: shownRows,
    counts,
    acceptsWarned: state.acceptsWarned.value,
    enrolls: counts.ready + (state.acceptsWarned.value ? counts.warned : 0),
    isConfirming: state.isConfirming.value,
    typed: state.typed.value,
    isRefreshing: state.isRefreshing.value,
    isStarting: state.isStarting.value,
    ...(failure && { failure }),
    refused: state.refused.value,
  };
}

function remaining({ people }: Chosen, leftOut: ReadonlySet<string>): readonly Person[] {
  return people.filter((person) => !leftOut.has(personKey(person)));
}
