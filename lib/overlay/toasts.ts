import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isUndoable, type ToastContent, type ToastState } from '@/components/overlay/toast-state';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Clock } from '@/lib/time/clock';
import { type Instant, SECOND } from '@/lib/time/instant';

export interface Toasts {
  readonly shown: ReadonlySignal<readonly ToastState[]>;
  readonly show: (content: ToastContent, undoUntil?: Instant) => void;
  readonly dismiss: (id: number) => void;
  readonly setUndoing: (id: EnrollmentId, isUndoing: boolean) => void;
  /** What was said of this enrollment is no longer so. */
  readonly dismissAbout: (id: EnrollmentId) => void;
}

interface Entry {
  readonly id: number;
  readonly content: ToastContent;
  readonly undoUntil?: Instant;
  /** Leaves by itself; bad news stays until it is dismissed. */
  readonly leavesAt?: Instant;
}

const MOST = 3;
const READING_TIME = 7 * SECOND;

/** What just happened on this page, newest last. The clock runs only while something is shown. */
export function createToasts({
  clock,
  signal: life,
}: {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): Toasts {
  const entries = signal<readonly Entry[]>([]);
  const now = signal(clock.now());
  let ids = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const update = (next: readonly Entry[]) => {
    now.value = clock.now();
    entries.value = next.slice(-MOST);
    if (next.length === 0 || life.aborted) stop();
    else timer ??= setInterval(tick, SECOND / 4);
  };
  const tick = () =>
    update(entries.peek().filter((entry) => (entry.leavesAt ?? Infinity) > now.peek()));
  life.addEventListener('abort', stop, { once: true });

  const show = (content: ToastContent, undoUntil?: Instant) => {
    const isBad = content.kind === 'failed' || content.kind === 'untrusted';
    const start = Math.max(clock.now(), undoUntil ?? 0);
    update([
      ...entries.peek(),
      {
        id: ++ids,
        content,
        ...(undoUntil !== undefined && { undoUntil }),
        ...(!isBad && { leavesAt: start + (undoUntil === undefined ? READING_TIME : 2 * SECOND) }),
      },
    ]);
  };
  const isAbout = (entry: Entry, id: EnrollmentId) =>
    isUndoable(entry.content) && entry.content.enrollmentId === id;

  return {
    shown: computed(() => entries.value.map((entry) => stateOf(entry, now.value))),
    show,
    dismiss: (id) => update(entries.peek().filter((entry) => entry.id !== id)),
    dismissAbout: (id) => update(entries.peek().filter((entry) => !isAbout(entry, id))),
    setUndoing: (id, isUndoing) =>
      update(
        entries
          .peek()
          .map((entry) =>
            isUndoable(entry.content) && isAbout(entry, id)
              ? { ...entry, content: { ...entry.content, isUndoing } }
              : entry,
          ),
      ),
  };
}

function stateOf({ id, content, undoUntil }: Entry, now: Instant): ToastState {
  const secondsLeft = Math.ceil(((undoUntil ?? now) - now) / SECOND);
  return { id, content, ...(secondsLeft > 0 && { secondsLeft }) };
}
