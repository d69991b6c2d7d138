import { type ReadonlySignal, signal } from '@preact/signals';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { Rpc } from '@/lib/rpc/client';
import type { UnenrollOutcome } from '@/lib/rpc/views';
import type { Toasts } from './toasts';

export interface UnenrollDeps {
  readonly rpc: Pick<Rpc, 'enrollment.undo' | 'enrollment.unenroll'>;
  readonly toasts: Toasts;
  readonly onFailure: (cause: unknown) => void;
  /** Whatever came of it, what is on screen is asked for again. */
  readonly onDone: () => void;
}

export interface UnenrollActions {
  /** What is being taken back right now. */
  readonly busy: ReadonlySignal<EnrollmentId | undefined>;
  readonly undo: (id: EnrollmentId) => Promise<void>;
  readonly unenroll: (id: EnrollmentId) => Promise<void>;
}

/** Taking an enrollment back, and saying what came of it. */
export function createUnenrollActions(deps: UnenrollDeps): UnenrollActions {
  const { rpc, toasts, onFailure, onDone } = deps;
  const busy = signal<EnrollmentId>();

  const attempt = async (id: EnrollmentId, request: () => Promise<UnenrollOutcome>) => {
    if (busy.peek() === id) return undefined;
    busy.value = id;
    try {
      return await request();
    } catch (cause) {
      onFailure(cause);
      return undefined;
    } finally {
      busy.value = undefined;
      onDone();
    }
  };

  return {
    busy,
    undo: async (id) => {
      toasts.setUndoing(id, true);
      const outcome = await attempt(id, () => rpc['enrollment.undo']({ enrollmentId: id }));
      toasts.setUndoing(id, false);
      if (!outcome) return;
      toasts.dismissEnrolled(id);
      toasts.show({ kind: outcome.kind === 'unenrolled' ? 'undone' : outcome.kind });
    },
    unenroll: async (id) => {
      const outcome = await attempt(id, () => rpc['enrollment.unenroll']({ enrollmentId: id }));
      if (!outcome) return;
      toasts.dismissEnrolled(id);
      if (outcome.kind === 'unenrolled') {
        toasts.show({ kind: 'unenrolled', sequence: outcome.sequenceName });
      } else toasts.show({ kind: outcome.kind });
    },
  };
}
