import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EnrollmentFilter } from '@/components/options/enrollment-filter';
import type { RowAction } from '@/components/options/row-action';
import { matchesQuery } from '@/components/ui/matches-query';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { coalesced } from '@/lib/platform/coalesced';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import { type ActionDeps, createEnrollmentActions } from './enrollment-actions';
import { createSelection, type Selection } from './selection';

/** Rows per reading; also how many more "Show older" brings. */
export const PAGE = 100;

export interface EnrollmentsDeps extends Omit<ActionDeps, 'refresh'> {
  readonly readRows: (limit: number) => Promise<readonly EnrollmentRow[]>;
  readonly readJournal: (id: EnrollmentId) => Promise<readonly JournalEntry[]>;
}

/** What happened to one enrollment; without entries while they are read. */
export interface History {
  readonly id: EnrollmentId;
  readonly entries?: readonly JournalEntry[];
}

export interface EnrollmentsModel {
  /** `undefined` until they were read; the reading may also have failed. */
  readonly rows: ReadonlySignal<readonly EnrollmentRow[] | undefined>;
  readonly shown: ReadonlySignal<readonly EnrollmentRow[]>;
  readonly failed: ReadonlySignal<boolean>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly filter: ReadonlySignal<EnrollmentFilter>;
  readonly busy: ReadonlySignal<EnrollmentId | undefined>;
  readonly selection: Selection;
  readonly history: ReadonlySignal<History | undefined>;
  readonly refresh: () => Promise<void>;
  readonly narrow: (filter: Partial<EnrollmentFilter>) => void;
  readonly more: () => Promise<void>;
  readonly act: (row: EnrollmentRow, action: RowAction) => Promise<void>;
  /** Shows what happened to this one, or hides it again. */
  readonly toggleHistory: (id: EnrollmentId) => Promise<void>;
}

/** Everybody who is or was in a sequence, the latest first. */
export function createEnrollmentsModel(deps: EnrollmentsDeps): EnrollmentsModel {
  const limit = signal(PAGE);
  const read = signal<readonly EnrollmentRow[]>();
  const failed = signal(false);
  const filter = signal<EnrollmentFilter>({ text: '', state: 'any' });
  const history = signal<History>();
  const rows = computed(() => read.value?.slice(0, limit.value));
  const shown = computed(() => (rows.value ?? []).filter((row) => fits(row, filter.value)));

  const readHistory = async (id: EnrollmentId) => {
    const entries = await deps.readJournal(id).catch(() => undefined);
    if (history.peek()?.id !== id) return;
    if (entries === undefined) failed.value = true;
    history.value = entries && { id, entries };
  };
  const refresh = coalesced(async () => {
    try {
      // One more than is shown tells whether there is more. Always from the top: rows move there.
      read.value = await deps.readRows(limit.peek() + 1);
      failed.value = false;
    } catch {
      failed.value = true;
    }
    const open = history.peek();
    if (open) await readHistory(open.id);
  });
  const { busy, act } = createEnrollmentActions({ ...deps, refresh });

  return {
    rows,
    shown,
    failed,
    hasMore: computed(() => (read.value?.length ?? 0) > limit.value),
    filter,
    busy,
    selection: createSelection(shown),
    history,
    refresh,
    narrow: (change) => {
      filter.value = { ...filter.peek(), ...change };
    },
    more: () => {
      limit.value += PAGE;
      return refresh();
    },
    act,
    toggleHistory: async (id) => {
      const isOpen = history.peek()?.id === id;
      history.value = isOpen ? undefined : { id };
      if (!isOpen) await readHistory(id);
    },
  };
}

/** Does it still hold its contact, so that it can be changed? */
function isRunning({ state }: Pick<EnrollmentRow, 'state'>): boolean {
  return state === 'scheduled' || state === 'active' || state === 'paused';
}

function fits(row: EnrollmentRow, { text, state }: EnrollmentFilter): boolean {
  if (state === 'live' ? !isRunning(row) : state !== 'any' && state !== row.state) return false;
  return matchesQuery(`${row.contactName} ${row.to} ${row.sequenceName}`, text);
}
