import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EnrollmentFilter } from '@/components/options/enrollment-filter';
import type { Note } from '@/components/options/note';
import { matchesQuery } from '@/components/ui/matches-query';
import type { EnrollmentId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { EnrollmentRow } from '@/lib/rpc/views';
import { failureNote } from './failure-note';

/** Rows per reading; also how many more "Show older" brings. */
export const PAGE = 100;

export interface EnrollmentsDeps {
  readonly readRows: (limit: number) => Promise<readonly EnrollmentRow[]>;
  readonly rpc: Pick<Rpc, 'enrollment.unenroll'>;
  readonly say: (note: Note) => void;
}

export interface EnrollmentsModel {
  /** `undefined` until they were read; the reading may also have failed. */
  readonly rows: ReadonlySignal<readonly EnrollmentRow[] | undefined>;
  readonly shown: ReadonlySignal<readonly EnrollmentRow[]>;
  readonly failed: ReadonlySignal<boolean>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly filter: ReadonlySignal<EnrollmentFilter>;
  readonly busy: ReadonlySignal<EnrollmentId | undefined>;
  readonly refresh: () => Promise<void>;
  readonly narrow: (filter: Partial<EnrollmentFilter>) => void;
  readonly more: () => Promise<void>;
  readonly unenroll: (row: EnrollmentRow) => Promise<void>;
}

/** Everybody who is or was in a sequence, the latest first. */
export function createEnrollmentsModel(deps: EnrollmentsDeps): EnrollmentsModel {
  const { rpc, say } = deps;
  const limit = signal(PAGE);
  const read = signal<readonly EnrollmentRow[]>();
  const failed = signal(false);
  const filter = signal<EnrollmentFilter>({ text: '', state: 'any' });
  const busy = signal<EnrollmentId>();
  const rows = computed(() => read.value?.slice(0, limit.value));

  const refresh = coalesced(async () => {
    try {
      // One more than is shown tells whether there is more. Always from the top: rows move there.
      read.value = await deps.readRows(limit.peek() + 1);
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });

  return {
    rows,
    shown: computed(() => (rows.value ?? []).filter((row) => fits(row, filter.value))),
    failed,
    hasMore: computed(() => (read.value?.length ?? 0) > limit.value),
    filter,
    busy,
    refresh,
    narrow: (change) => {
      filter.value = { ...filter.peek(), ...change };
    },
    more: () => {
      limit.value += PAGE;
      return refresh();
    },
    unenroll: async (row) => {
      busy.value = row.enrollmentId;
      try {
        const outcome = await rpc['enrollment.unenroll']({
          enrollmentId: row.enrollmentId,
        });
        say(noteOf(outcome.kind, row));
        await refresh();
      } catch (cause) {
        say(failureNote(cause));
      } finally {
        busy.value = undefined;
      }
    },
  };
}

function fits(row: EnrollmentRow, { text, state }: EnrollmentFilter): boolean {
  const isLive = ['scheduled', 'active', 'paused'].includes(row.state);
  if (state === 'live' ? !isLive : state !== 'any' && state !== row.state) return false;
  return matchesQuery(`${row.contactName} ${row.to} ${row.sequenceName}`, text);
}

function noteOf(kind: 'unenrolled' | 'tooLate' | 'notEnrolled', row: EnrollmentRow): Note {
  switch (kind) {
    case 'unenrolled':
      return {
        tone: 'good',
        text: t('options.enrollments.unenrolled', [row.contactName, row.sequenceName]),
      };
    case 'tooLate':
      return {
        tone: 'warn',
        text: t('options.enrollments.tooLate', [row.contactName]),
      };
    case 'notEnrolled':
      return {
        tone: 'warn',
        text: t('options.enrollments.notEnrolled', [row.contactName]),
      };
  }
}
