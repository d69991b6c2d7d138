import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { Clock } from '@/lib/time/clock';
import { type Instant, SECOND } from '@/lib/time/instant';

/** A note about something that can be taken back for a while. */
export interface UndoableNote extends Note {
  readonly undo?: { readonly until: Instant; readonly run: () => Promise<void> };
}

export interface Notes {
  readonly note: ReadonlySignal<Note | undefined>;
  /** Present while the note's action can be taken back. */
  readonly undo: ReadonlySignal<
    { readonly secondsLeft: number; readonly busy: boolean } | undefined
  >;
  readonly say: (note: UndoableNote) => void;
  readonly takeBack: () => Promise<void>;
  readonly dismiss: () => void;
  /** Another section is shown: what can still be taken back and what just came stays. */
  readonly leavePlace: () => void;
  /** Ends its clock, which runs only while something can be taken back. */
  readonly stop: () => void;
}

/** What came of the last click. The newest note takes the place of the one before. */
export function createNotes({ clock }: { readonly clock: Clock }): Notes {
  const said = signal<UndoableNote>();
  const now = signal(0);
  const busy = signal(false);
  let saidAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const tick = () => {
    now.value = clock.now();
    if ((said.peek()?.undo?.until ?? 0) <= now.peek()) stop();
  };
  const show = (note: UndoableNote | undefined) => {
    stop();
    busy.value = false;
    said.value = note;
    saidAt = clock.now();
    if (note?.undo) timer = setInterval(tick, SECOND / 4);
    tick();
  };

  return {
    note: said,
    undo: computed(() => {
      const secondsLeft = Math.ceil(((said.value?.undo?.until ?? 0) - now.value) / SECOND);
      return secondsLeft > 0 ? { secondsLeft, busy: busy.value } : undefined;
    }),
    say: show,
    takeBack: async () => {
      const undo = said.peek()?.undo;
      if (undo === undefined || busy.peek()) return;
      busy.value = true;
      await undo.run();
      busy.value = false;
    },
    dismiss: () => show(undefined),
    leavePlace: () => {
      const isOld = clock.now() - saidAt > SECOND;
      const canUndo = (said.peek()?.undo?.until ?? 0) > clock.now();
      if (isOld && !canUndo) show(undefined);
    },
    stop,
  };
}
