import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChipState } from '@/components/overlay/chip-state';
import type { Person } from '@/lib/domain/contact/person';
import type { Rpc } from '@/lib/rpc/client';
import { failureCode } from '@/lib/rpc/failure-code';
import type { Clock } from '@/lib/time/clock';
import { chipState } from './chip-state-of';
import { createEnrollmentActions, type EnrollmentActions } from './enrollment-actions';
import { createPanels, type Panel } from './panels';
import { personKey } from './person-key';
import { samePeople } from './same-people';
import { createStatuses, type Statuses } from './statuses';
import { createToasts, type Toasts } from './toasts';

export type OverlayRpc = Pick<
  Rpc,
  | 'contact.status'
  | 'enrollment.preview'
  | 'enrollment.enroll'
  | 'enrollment.undo'
  | 'enrollment.unenroll'
  | 'enrollment.pause'
  | 'enrollment.resume'
  | 'enrollment.skip'
  | 'enrollment.restore'
  | 'options.open'
  | 'page.drifted'
  | 'page.visited'
>;

export interface OverlayModelDeps {
  readonly rpc: OverlayRpc;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Everything the overlay knows about the page it is on. */
export interface OverlayModel {
  /** Who the control speaks about; `undefined` hides it. */
  readonly people: ReadonlySignal<readonly Person[] | undefined>;
  readonly person: ReadonlySignal<Person | undefined>;
  readonly chip: ReadonlySignal<ChipState>;
  readonly panel: ReadonlySignal<Panel>;
  /** The page moved on to somebody else while the popover stayed with its person. */
  readonly hasMovedOn: ReadonlySignal<boolean>;
  readonly isOrphaned: ReadonlySignal<boolean>;
  readonly statuses: Statuses;
  readonly toasts: Toasts;
  readonly show: (people: readonly Person[] | undefined) => void;
  readonly pick: (key: string) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly enroll: () => Promise<void>;
  /** Unenrolling, pausing, resuming, and taking any of it back. */
  readonly actions: EnrollmentActions;
  /** Something stored has changed: ask again for what is on screen. */
  readonly refresh: () => void;
  readonly openMailboxOptions: () => Promise<void>;
  readonly orphan: () => void;
}

export function createOverlayModel({ rpc, clock, signal: life }: OverlayModelDeps): OverlayModel {
  const statuses = createStatuses({ rpc, signal: life });
  const toasts = createToasts({ clock, signal: life });
  const panels = createPanels({ rpc, signal: life });
  const people = signal<readonly Person[] | undefined>();
  const picked = signal<string>();
  const wasOrphaned = signal(false);
  const askAll = () => void statuses.ask(people.peek() ?? []);
  const fail = (cause: unknown) => {
    const code = failureCode(cause);
    if (code === 'orphaned') wasOrphaned.value = true;
    else toasts.show({ kind: 'failed', code });
  };
  const actions = createEnrollmentActions({ rpc, toasts, onFailure: fail, onDone: askAll });

  const person = computed(() => {
    const known = people.value ?? [];
    return known.find((one) => personKey(one) === picked.value) ?? known[0];
  });
  const isOrphaned = computed(() => {
    const open = panels.panel.value;
    const failures = [
      statuses.failure.value,
      open.kind === 'enroll' && open.form.view.value.failure,
    ];
    return wasOrphaned.value || failures.includes('orphaned');
  });
  const hasMovedOn = computed(() => {
    const open = panels.panel.value;
    if (open.kind !== 'enroll') return false;
    return !(people.value ?? []).some((one) => personKey(one) === open.key);
  });
  const chip = computed<ChipState>(() => {
    if (isOrphaned.value) return { kind: 'orphaned' };
    const one = person.value;
    const status = one && statuses.values.value.get(personKey(one));
    return chipState({
      person: one,
      status,
      failure: statuses.failure.value,
      busy: actions.busy.value,
    });
  });

  const show = (next: readonly Person[] | undefined) => {
    const before = people.peek();
    if (next && before && samePeople(next, before)) return;
    people.value = next;
    panels.update(next ?? []);
    if (next) void statuses.askNew(next);
    else statuses.forgetOthers([]);
  };

  const enroll = async () => {
    const open = panels.panel.peek();
    if (open.kind !== 'enroll') return;
    const outcome = await open.form.enroll();
    if (life.aborted || !outcome) return;
    statuses.set(open.person, outcome.status);
    if (outcome.kind === 'refused') return;
    const { enrollmentId, contactName: name, sequenceName: sequence, undoUntil } = outcome.status;
    panels.forget(open.key);
    if (panels.panel.peek() === open) panels.close();
    toasts.show({ kind: 'enrolled', name, sequence, enrollmentId, isUndoing: false }, undoUntil);
  };

  return {
    people,
    person,
    chip,
    hasMovedOn,
    isOrphaned,
    statuses,
    toasts,
    show,
    enroll,
    panel: panels.panel,
    close: panels.close,
    open: () => panels.open(person.peek()),
    actions,
    pick: (key) => {
      picked.value = key;
    },
    refresh: () => {
      statuses.forgetOthers(people.peek() ?? []);
      askAll();
      panels.reload();
    },
    openMailboxOptions: () => rpc['options.open']({ section: 'mailbox' }).catch(fail),
    orphan: () => {
      wasOrphaned.value = true;
    },
  };
}
