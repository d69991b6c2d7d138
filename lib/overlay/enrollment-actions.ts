import { type ReadonlySignal, signal } from '@preact/signals';
import type { UndoableContent } from '@/components/overlay/toast-state';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Rpc } from '@/lib/rpc/client';
import type { Toasts } from './toasts';

export interface EnrollmentActionsDeps {
  readonly rpc: Pick<
    Rpc,
    | 'enrollment.undo'
    | 'enrollment.unenroll'
    | 'enrollment.pause'
    | 'enrollment.resume'
    | 'enrollment.skip'
    | 'enrollment.restore'
  >;
  readonly toasts: Toasts;
  readonly onFailure: (cause: unknown) => void;
  /** Whatever came of it, what is on screen is asked for again. */
  readonly onDone: () => void;
}

export interface EnrollmentActions {
  /** What is being changed right now. */
  readonly busy: ReadonlySignal<EnrollmentId | undefined>;
  readonly undo: (content: UndoableContent) => Promise<void>;
  readonly unenroll: (id: EnrollmentId) => Promise<void>;
  readonly pause: (id: EnrollmentId) => Promise<void>;
  readonly resume: (id: EnrollmentId) => Promise<void>;
  /** Goes on without the next step. */
  readonly skip: (id: EnrollmentId) => Promise<void>;
}

/** Changing an enrollment that runs, saying what came of it, and taking that back. */
export function createEnrollmentActions(deps: EnrollmentActionsDeps): EnrollmentActions {
  const { rpc, toasts, onFailure, onDone } = deps;
  const busy = signal<EnrollmentId>();

  const attempt = async <Outcome>(id: EnrollmentId, request: () => Promise<Outcome>) => {
    if (busy.peek() === id) return undefined;
    busy.value = id;
    try {
      const outcome = await request();
      // What a toast before said of this enrollment, and offered to undo, is over.
      toasts.dismissAbout(id);
      return outcome;
    } catch (cause) {
      onFailure(cause);
      return undefined;
    } finally {
      busy.value = undefined;
      onDone();
    }
  };
  const undoable = (enrollmentId: EnrollmentId) => ({ enrollmentId, isUndoing: false });

  const takeBack = async (id: EnrollmentId) => {
    const outcome = await attempt(id, () => rpc['enrollment.undo']({ enrollmentId: id }));
    if (outcome) toasts.show({ kind: outcome.kind === 'unenrolled' ? 'undone' : outcome.kind });
  };
  const restore = async (id: EnrollmentId) => {
    const outcome = await attempt(id, () => rpc['enrollment.restore']({ enrollmentId: id }));
    if (outcome?.kind === 'restored') {
      toasts.show({ kind: 'restored', sequence: outcome.status.sequenceName });
    } else if (outcome) {
      toasts.show({ kind: outcome.kind === 'tooLate' ? 'restoreTooLate' : 'taken' });
    }
  };

  return {
    busy,
    undo: async ({ kind, enrollmentId: id }) => {
      toasts.setUndoing(id, true);
      await (kind === 'enrolled' ? takeBack(id) : restore(id));
      toasts.setUndoing(id, false);
    },
    unenroll: async (id) => {
      const outcome = await attempt(id, () => rpc['enrollment.unenroll']({ enrollmentId: id }));
      if (outcome?.kind !== 'unenrolled') return outcome && toasts.show({ kind: outcome.kind });
      const { sequenceName: sequence, undoUntil } = outcome;
      toasts.show({ kind: 'unenrolled', sequence, ...undoable(id) }, undoUntil);
    },
    pause: async (id) => {
      const outcome = await attempt(id, () => rpc['enrollment.pause']({ enrollmentId: id }));
      if (outcome?.kind !== 'paused') return outcome && toasts.show({ kind: outcome.kind });
      toasts.show({ kind: 'paused', ...undoable(id) }, outcome.undoUntil);
    },
    skip: async (id) => {
      const outcome = await attempt(id, () => rpc['enrollment.skip']({ enrollmentId: id }));
      if (outcome?.kind !== 'skipped') return outcome && toasts.show({ kind: outcome.kind });
      const { nextAt, undoUntil } = outcome;
      const next = nextAt !== undefined && { nextAt };
      toasts.show({ kind: 'skipped', ...next, ...undoable(id) }, undoUntil);
    },
    resume: async (id) => {
      const outcome = await attempt(id, () => rpc['enrollment.resume']({ enrollmentId: id }));
      if (outcome?.kind !== 'resumed') return outcome && toasts.show({ kind: outcome.kind });
      const { subject, nextAt, zone, undoUntil } = outcome;
      const at = nextAt === undefined ? {} : { nextAt };
      toasts.show({ kind: 'resumed', subject, ...at, zone, ...undoable(id) }, undoUntil);
    },
  };
}
