import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { BULK_LIMIT } from '@/lib/domain/enrollment/bulk-limits';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { EnrollmentRow } from '@/lib/rpc/list-views';

export interface Selection {
  /** Those that are ticked, shown and can still be changed. */
  readonly rows: ReadonlySignal<readonly EnrollmentRow[]>;
  readonly ids: ReadonlySignal<ReadonlySet<EnrollmentId>>;
  /** Of what is shown; `some` is neither. */
  readonly all: ReadonlySignal<'none' | 'some' | 'all'>;
  readonly toggle: (id: EnrollmentId) => void;
  /** Ticks all that are shown, or none. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/**
 * Which rows are ticked. Only what is shown counts: nobody changes what a filter hides.
 *
 * At most {@link BULK_LIMIT} are ticked at once, as many as one change may hold.
 */
export function createSelection(shown: ReadonlySignal<readonly EnrollmentRow[]>): Selection {
  const ticked = signal<ReadonlySet<EnrollmentId>>(new Set());
  const open = computed(() =>
    shown.value.filter(({ state }) => ['scheduled', 'active', 'paused'].includes(state)),
  );
  const rows = computed(() =>
    open.value.filter((row) => ticked.value.has(row.enrollmentId)).slice(0, BULK_LIMIT),
  );
  const clear = () => {
    ticked.value = new Set();
  };
  return {
    rows,
    ids: computed(() => new Set(rows.value.map((row) => row.enrollmentId))),
    all: computed(() => {
      if (rows.value.length === 0) return 'none';
      return rows.value.length === Math.min(open.value.length, BULK_LIMIT) ? 'all' : 'some';
    }),
    toggle: (id) => {
      const next = new Set(ticked.peek());
      if (!next.delete(id)) next.add(id);
      ticked.value = next;
    },
    toggleAll: () => {
      const isAll = rows.peek().length === Math.min(open.peek().length, BULK_LIMIT);
      if (isAll) clear();
      else ticked.value = new Set(open.peek().map((row) => row.enrollmentId));
    },
    clear,
  };
}
