import { batch, computed, type ReadonlySignal } from '@preact/signals';
import type { BulkView } from '@/components/overlay/bulk-view';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import { failureCode } from '@/lib/rpc/failure-code';
import {
  type BulkChoice,
  type BulkFormState,
  bulkView,
  type Chosen,
  createBulkFormState,
} from './bulk-form-state';
import { acceptedWarnings, bulkChoices } from './bulk-request';
import { createDebounce } from './debounce';
import { samePeople } from './same-people';

export interface BulkFormDeps {
  readonly rpc: Pick<Rpc, 'bulk.preview' | 'bulk.start'>;
  readonly signal: AbortSignal;
}

/** The bulk popover before the start. It outlives the popover, so that nothing typed is lost. */
export interface BulkForm {
  readonly view: ReadonlySignal<BulkView>;
  readonly setChosen: (chosen: Chosen) => void;
  readonly choose: (choice: BulkChoice) => void;
  readonly fill: (name: string, value: string) => void;
  readonly acceptWarned: (accepts: boolean) => void;
  readonly leaveOut: (keys: readonly string[]) => void;
  readonly putBack: () => void;
  readonly type: (text: string) => void;
  readonly back: () => void;
  readonly reload: () => Promise<void>;
  /**
   * Something was stored elsewhere. What is shown may be acted upon meanwhile: where emails leave all
   * the time nobody could press anything else, and the worker decides anew in any case.
   */
  readonly refresh: () => Promise<void>;
  /** Asks once more where that is due, else starts. The run's id once it runs. */
  readonly start: () => Promise<string | undefined>;
}

const PAUSE_MS = 400;

export function createBulkForm({ rpc, signal: life }: BulkFormDeps): BulkForm {
  const state = createBulkFormState();
  const { chosen, leftOut, meant, choices, placeholders, answer, isRefreshing, failure } = state;
  const { isConfirming, acceptsWarned } = state;
  const view = computed(() => bulkView(state));
  let newest = 0;

  const reload = async (): Promise<void> => {
    pause.cancel();
    const question = ++newest;
    isRefreshing.value = meant.peek().length > 0;
    await ask(question);
    if (question === newest) isRefreshing.value = false;
  };
  /** The newest question is asked again, unless its answer is still to come. */
  const refresh = coalesced(async () => {
    if (!isRefreshing.peek()) await ask(newest);
  });
  const ask = async (question: number): Promise<void> => {
    const people = meant.peek();
    if (people.length === 0) return;
    const accepted = acceptedWarnings(state);
    try {
      const preview = await rpc['bulk.preview']({
        people: [...people],
        choices: { ...choices.peek(), placeholders: placeholders.peek(), accepted },
      });
      if (question !== newest || life.aborted) return;
      answer.value = { preview, people };
      failure.value = undefined;
    } catch (cause) {
      if (question === newest) failure.value = failureCode(cause);
    }
  };
  const pause = createDebounce(() => void reload(), { ms: PAUSE_MS, signal: life });
  /** Everything is asked again after a pause; what is shown meanwhile is not to be acted upon. */
  const changed = (change: () => void) => {
    batch(() => {
      change();
      isConfirming.value = false;
      isRefreshing.value = true;
    });
    pause.schedule();
  };

  return {
    view,
    reload,
    refresh,
    start: () => startWith(state, view, rpc),
    setChosen: (next) => {
      if (samePeople(chosen.peek().people, next.people)) chosen.value = next;
      else changed(() => (chosen.value = next));
    },
    choose: (choice) => {
      choices.value = { ...choices.peek(), ...choice };
      void reload();
    },
    fill: (name, value) =>
      changed(() => (placeholders.value = { ...placeholders.peek(), [name]: value })),
    acceptWarned: (accepts) => {
      acceptsWarned.value = accepts;
      // Who is enrolled besides changes when each of them gets the first email.
      void reload();
    },
    leaveOut: (keys) => changed(() => (leftOut.value = new Set([...leftOut.peek(), ...keys]))),
    putBack: () => changed(() => (leftOut.value = new Set())),
    type: (text) => {
      state.typed.value = text;
    },
    back: () => {
      isConfirming.value = false;
    },
  };
}

async function startWith(
  state: BulkFormState,
  view: ReadonlySignal<BulkView>,
  rpc: BulkFormDeps['rpc'],
): Promise<string | undefined> {
  const { isConfirming, isStarting, refused, failure } = state;
  const { preview, isRefreshing, isStarting: isBusy, chosen, enrolls, typed } = view.peek();
  if (!preview || isRefreshing || isBusy || enrolls === 0) return undefined;
  if (preview.confirm !== 'nothing' && !isConfirming.peek()) {
    isConfirming.value = true;
    return undefined;
  }
  if (preview.confirm === 'type' && typed.trim() !== String(chosen)) return undefined;
  const request = bulkChoices(state, isConfirming.peek() ? chosen : undefined);
  if (!request) return undefined;
  isStarting.value = true;
  failure.value = undefined;
  refused.value = [];
  try {
    const started = await rpc['bulk.start']({ people: [...state.meant.peek()], choices: request });
    if (started.kind === 'started') return started.runId;
    refused.value = started.checks.filter(({ result }) => result !== 'pass');
    isConfirming.value = false;
  } catch (cause) {
    failure.value = failureCode(cause);
  } finally {
    isStarting.value = false;
  }
  return undefined;
}
