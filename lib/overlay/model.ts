import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChipState } from '@/components/overlay/chip-state';
import type { Person } from '@/lib/domain/contact/person';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Rpc } from '@/lib/rpc/client';
import { failureCode } from '@/lib/rpc/failure-code';
import type { UnenrollOutcome } from '@/lib/rpc/views';
import type { Clock } from '@/lib/time/clock';
import { chipState } from './chip-state-of';
import { createEnrollForm, type EnrollForm } from './enroll-form';
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
  | 'options.open'
  | 'page.drifted'
>;

export interface OverlayModelDeps {
  readonly rpc: OverlayRpc;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Which popover is open. `nobody` explains why there is nobody to enroll. */
export type Panel =
  | { readonly kind: 'closed' | 'nobody' }
  | { readonly kind: 'enroll'; readonly key: string; readonly form: EnrollForm };

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
  readonly undo: (id: EnrollmentId) => Promise<void>;
  readonly unenroll: (id: EnrollmentId) => Promise<void>;
  /** Something stored has changed: ask again for what is on screen. */
  readonly refresh: () => void;
  readonly openMailboxOptions: () => Promise<void>;
  readonly orphan: () => void;
}

export function createOverlayModel({ rpc, clock, signal: life }: OverlayModelDeps): OverlayModel {
  const statuses = createStatuses({ rpc, signal: life });
  const toasts = createToasts({ clock, signal: life });
  const people = signal<readonly Person[] | undefined>();
  const picked = signal<string>();
  const panel = signal<Panel>({ kind: 'closed' });
  const busy = signal<EnrollmentId>();
  const wasOrphaned = signal(false);
  const forms = new Map<string, { readonly form: EnrollForm; person: Person }>();

  const person = computed(() => {
    const known = people.value ?? [];
    return known.find((one) => personKey(one) === picked.value) ?? known[0];
  });
  const isOrphaned = computed(() => {
    const open = panel.value;
    const failures = [
      statuses.failure.value,
      open.kind === 'enroll' && open.form.view.value.failure,
    ];
    return wasOrphaned.value || failures.includes('orphaned');
  });
  const askAll = () => void statuses.ask(people.peek() ?? []);

  const fail = (cause: unknown) => {
    const code = failureCode(cause);
    if (code === 'orphaned') wasOrphaned.value = true;
    else toasts.show({ kind: 'failed', code });
  };

  const formFor = (one: Person): EnrollForm => {
    const key = personKey(one);
    const known = forms.get(key);
    if (known) {
      void known.form.reload();
      return known.form;
    }
    const form = createEnrollForm({ person: one, rpc, signal: life });
    forms.set(key, { form, person: one });
    void form.reload();
    return form;
  };

  const show = (next: readonly Person[] | undefined) => {
    const before = people.peek();
    if (next && before && samePeople(next, before)) return;
    people.value = next;
    for (const one of next ?? []) {
      const known = forms.get(personKey(one));
      if (!known || samePeople([known.person], [one])) continue;
      known.person = one;
      known.form.setPerson(one);
    }
    if (next) void statuses.askNew(next);
    else statuses.forgetOthers([]);
  };

  const open = () => {
    const one = person.peek();
    panel.value = one
      ? { kind: 'enroll', key: personKey(one), form: formFor(one) }
      : { kind: 'nobody' };
  };
  const close = () => {
    panel.value = { kind: 'closed' };
  };

  const enroll = async () => {
    const current = panel.peek();
    if (current.kind !== 'enroll') return;
    const one = forms.get(current.key)?.person;
    const outcome = await current.form.enroll();
    if (life.aborted || !outcome || !one) return;
    statuses.set(one, outcome.status);
    if (outcome.kind === 'refused') return;
    const { enrollmentId, contactName, sequenceName, undoUntil } = outcome.status;
    forms.delete(current.key);
    if (panel.peek() === current) close();
    toasts.show(
      {
        kind: 'enrolled',
        name: contactName,
        sequence: sequenceName,
        enrollmentId,
        isUndoing: false,
      },
      undoUntil,
    );
  };

  const take = async (id: EnrollmentId, request: () => Promise<UnenrollOutcome>) => {
    if (busy.peek() === id) return undefined;
    busy.value = id;
    try {
      return await request();
    } catch (cause) {
      fail(cause);
      return undefined;
    } finally {
      busy.value = undefined;
      askAll();
    }
  };
  const undo = async (id: EnrollmentId) => {
    toasts.setUndoing(id, true);
    const outcome = await take(id, () => rpc['enrollment.undo']({ enrollmentId: id }));
    toasts.setUndoing(id, false);
    if (!outcome) return;
    toasts.dismissEnrolled(id);
    toasts.show({ kind: outcome.kind === 'unenrolled' ? 'undone' : outcome.kind });
  };
  const unenroll = async (id: EnrollmentId) => {
    const outcome = await take(id, () => rpc['enrollment.unenroll']({ enrollmentId: id }));
    if (!outcome) return;
    toasts.dismissEnrolled(id);
    if (outcome.kind === 'unenrolled') {
      toasts.show({ kind: 'unenrolled', sequence: outcome.sequenceName });
    } else toasts.show({ kind: outcome.kind });
  };

  return {
    people,
    person,
    chip: computed(() =>
      isOrphaned.value
        ? { kind: 'orphaned' }
        : chipState({
            person: person.value,
            status: person.value && statuses.values.value.get(personKey(person.value)),
            failure: statuses.failure.value,
            busy: busy.value,
          }),
    ),
    panel,
    hasMovedOn: computed(() => {
      const open = panel.value;
      if (open.kind !== 'enroll') return false;
      return !(people.value ?? []).some((one) => personKey(one) === open.key);
    }),
    isOrphaned,
    statuses,
    toasts,
    show,
    pick: (key) => {
      picked.value = key;
    },
    open,
    close,
    enroll,
    undo,
    unenroll,
    refresh: () => {
      statuses.forgetOthers(people.peek() ?? []);
      askAll();
      const current = panel.peek();
      if (current.kind === 'enroll') void current.form.reload();
    },
    openMailboxOptions: async () => {
      try {
        await rpc['options.open']({ section: 'mailbox' });
      } catch (cause) {
        fail(cause);
      }
    },
    orphan: () => {
      wasOrphaned.value = true;
    },
  };
}
