import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TaskLine } from '@/components/options/tasks/task-line';
import type { TaskId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { UndoableNote } from '@/lib/options/notes';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { Clock } from '@/lib/time/clock';
import { SECOND } from '@/lib/time/instant';

/** Rows per reading; also how many more "Show more" brings. */
export const TASKS_PAGE = 100;
const UNDO_FOR = 10 * SECOND;

export interface TasksDeps {
  readonly rpc: Pick<Rpc, 'task.complete' | 'task.reopen'>;
  readonly readTasks: (limit: number) => Promise<readonly TaskLine[]>;
  readonly clock: Clock;
  readonly say: (note: UndoableNote) => void;
}

export interface TasksModel {
  /** `undefined` until they were read. */
  readonly open: ReadonlySignal<readonly TaskLine[] | undefined>;
  /** Done while this page is open, the last one first. */
  readonly done: ReadonlySignal<readonly TaskLine[]>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<TaskId | undefined>;
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly complete: (line: TaskLine) => Promise<void>;
  readonly reopen: (line: TaskLine) => Promise<void>;
}

/** What is to be done, and what was just done and can be opened again. */
export function createTasksModel(deps: TasksDeps): TasksModel {
  const { rpc, say } = deps;
  const limit = signal(TASKS_PAGE);
  const read = signal<readonly TaskLine[]>();
  const finished = signal<readonly TaskLine[]>([]);
  const failed = signal(false);
  const busy = signal<TaskId>();
  const isOpen = (id: TaskId) => read.value?.some((line) => line.id === id) ?? false;

  const refresh = coalesced(async () => {
    try {
      read.value = await deps.readTasks(limit.peek() + 1);
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  const working = async (line: TaskLine, work: () => Promise<UndoableNote>) => {
    busy.value = line.id;
    try {
      const note = await work();
      await refresh();
      say(note);
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      busy.value = undefined;
    }
  };
  const reopen = (line: TaskLine) =>
    working(line, async () => {
      await rpc['task.reopen']({ taskId: line.id });
      finished.value = finished.peek().filter(({ id }) => id !== line.id);
      return { tone: 'good', text: t('tasks.reopenedNote', [line.title]) };
    });

  return {
    open: computed(() => read.value?.slice(0, limit.value)),
    // Somebody may have opened it again elsewhere.
    done: computed(() => finished.value.filter(({ id }) => !isOpen(id))),
    hasMore: computed(() => (read.value?.length ?? 0) > limit.value),
    failed,
    busy,
    refresh,
    reopen,
    more: () => {
      limit.value += TASKS_PAGE;
      return refresh();
    },
    complete: (line) =>
      working(line, async () => {
        await rpc['task.complete']({ taskId: line.id });
        finished.value = [line, ...finished.peek().filter(({ id }) => id !== line.id)];
        const until = deps.clock.now() + UNDO_FOR;
        return {
          tone: 'good',
          text: t('tasks.doneNote', [line.title]),
          undo: { until, run: () => reopen(line) },
        };
      }),
  };
}
