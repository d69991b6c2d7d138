import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AskLine, TaskLine } from '@/components/options/tasks/task-line';
import type { TaskId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { UndoableNote } from '@/lib/options/notes';
import { coalesced } from '@/lib/platform/coalesced';
import type { NotifyPermission } from '@/lib/platform/notify-permission';
import type { Rpc } from '@/lib/rpc/client';
import type { Clock } from '@/lib/time/clock';
import { SECOND } from '@/lib/time/instant';

/** Rows per reading; also how many more "Show more" brings. */
export const TASKS_PAGE = 100;
const UNDO_FOR = 10 * SECOND;

export interface TasksDeps {
  readonly rpc: Pick<Rpc, 'task.complete' | 'task.reopen' | 'compose.sent' | 'enrollment.unenroll'>;
  readonly readTasks: (limit: number) => Promise<readonly TaskLine[]>;
  readonly readAsks: () => Promise<readonly AskLine[]>;
  readonly notify: NotifyPermission;
  readonly clock: Clock;
  readonly say: (note: UndoableNote) => void;
}

export interface TasksModel {
  /** `undefined` until they were read. */
  readonly open: ReadonlySignal<readonly TaskLine[] | undefined>;
  /** Done while this page is open, the last one first. */
  readonly done: ReadonlySignal<readonly TaskLine[]>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly asks: ReadonlySignal<readonly AskLine[]>;
  readonly answering: ReadonlySignal<string | undefined>;
  readonly mayNotify: ReadonlySignal<boolean | undefined>;
  readonly notifyRefused: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<TaskId | undefined>;
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly complete: (line: TaskLine) => Promise<void>;
  readonly reopen: (line: TaskLine) => Promise<void>;
  /** The rep has sent this one. */
  readonly sent: (line: AskLine) => Promise<void>;
  /** It is not to be sent: the contact leaves the sequence. */
  readonly unenroll: (line: AskLine) => Promise<void>;
  readonly allowNotify: () => Promise<void>;
}

/** What is to be done, and what was just done and can be opened again. */
export function createTasksModel(deps: TasksDeps): TasksModel {
  const { rpc, say } = deps;
  const limit = signal(TASKS_PAGE);
  const read = signal<readonly TaskLine[]>();
  const finished = signal<readonly TaskLine[]>([]);
  const failed = signal(false);
  const busy = signal<TaskId>();
  const asks = signal<readonly AskLine[]>([]);
  const answering = signal<string>();
  const mayNotify = signal<boolean>();
  const notifyRefused = signal(false);
  const isOpen = (id: TaskId) => read.value?.some((line) => line.id === id) ?? false;

  const refresh = coalesced(async () => {
    try {
      read.value = await deps.readTasks(limit.peek() + 1);
      asks.value = await deps.readAsks();
      mayNotify.value = await deps.notify.isGranted();
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  /** Works on one line, which shows it; what came of it is said. */
  const during = async <Id>(
    at: Signal<Id | undefined>,
    id: Id,
    work: () => Promise<UndoableNote>,
  ): Promise<void> => {
    at.value = id;
    try {
      const note = await work();
      await refresh();
      say(note);
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      at.value = undefined;
    }
  };
  const working = (line: TaskLine, work: () => Promise<UndoableNote>) =>
    during(busy, line.id, work);
  const answer = (line: AskLine, work: () => Promise<UndoableNote>) =>
    during(answering, line.key, work);
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
    asks,
    answering,
    mayNotify,
    notifyRefused,
    failed,
    busy,
    refresh,
    reopen,
    more: () => {
      limit.value += TASKS_PAGE;
      return refresh();
    },
    sent: (line) =>
      answer(line, async () => {
        await rpc['compose.sent']({ key: line.key });
        return { tone: 'good', text: t('tasks.ask.sentNote') };
      }),
    unenroll: (line) =>
      answer(line, async () => {
        const { enrollmentId, contactName, sequenceName } = line;
        await rpc['enrollment.unenroll']({ enrollmentId });
        const text = t('options.enrollments.unenrolled', [contactName, sequenceName]);
        return { tone: 'good', text };
      }),
    allowNotify: async () => {
      mayNotify.value = await deps.notify.request();
      notifyRefused.value = !mayNotify.value;
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
