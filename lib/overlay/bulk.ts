import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Person } from '@/lib/domain/contact/person';
import { type BulkForm, type BulkFormDeps, createBulkForm } from './bulk-form';
import type { Chosen } from './bulk-form-state';
import { type BulkRun, type BulkRunDeps, createBulkRun } from './bulk-run';

export type BulkRpc = BulkFormDeps['rpc'] & BulkRunDeps['rpc'];

/** Enrolling everybody who is ticked on the page, from the first tick to the report. */
export interface Bulk {
  readonly selection: ReadonlySignal<Chosen>;
  readonly run: BulkRun;
  readonly form: ReadonlySignal<BulkForm>;
  readonly isOpen: ReadonlySignal<boolean>;
  /** There is something to show on the page. */
  readonly isNeeded: ReadonlySignal<boolean>;
  readonly isOrphaned: ReadonlySignal<boolean>;
  /** What is ticked now. */
  readonly select: (selection: Chosen) => void;
  /** For the ticked ones, or for these; a bulk that runs is shown first. */
  readonly open: (people?: readonly Person[]) => void;
  readonly close: () => void;
  readonly start: () => Promise<void>;
  readonly dismiss: () => void;
  /** Something stored has changed. */
  readonly refresh: () => void;
}

export function createBulk(deps: BulkFormDeps & BulkRunDeps & { readonly rpc: BulkRpc }): Bulk {
  const run = createBulkRun(deps);
  const form = signal(createBulkForm(deps));
  const selection = signal<Chosen>({ people: [] });
  const isOpen = signal(false);
  /** The popover follows the ticks, and not where it was opened for people of its own. */
  let followsTicks = true;

  // Ticks that go because the page shows something else leave the open popover as it is.
  const dispose = effect(() => {
    const next = selection.value;
    if (isOpen.peek() && followsTicks && next.people.length > 0) form.peek().setChosen(next);
  });
  deps.signal.addEventListener('abort', dispose, { once: true });

  return {
    selection,
    run,
    form,
    isOpen,
    isNeeded: computed(
      () => isOpen.value || selection.value.people.length > 0 || run.progress.value !== undefined,
    ),
    isOrphaned: computed(
      () => form.value.view.value.failure === 'orphaned' || run.failure.value === 'orphaned',
    ),
    select: (next) => {
      selection.value = next;
    },
    open: (people) => {
      isOpen.value = true;
      if (run.progress.peek()) return void run.refresh();
      followsTicks = people === undefined;
      form.peek().setChosen(people ? { people } : selection.peek());
      void form.peek().reload();
    },
    close: () => {
      isOpen.value = false;
    },
    start: async () => {
      const runId = await form.peek().start();
      if (runId === undefined || deps.signal.aborted) return;
      // The next bulk starts from a clean form.
      form.value = createBulkForm(deps);
      await run.begin(runId);
    },
    dismiss: () => {
      run.dismiss();
      isOpen.value = false;
    },
    refresh: () => {
      if (run.progress.peek()) void run.refresh();
      else if (isOpen.peek()) void form.peek().refresh();
    },
  };
}
