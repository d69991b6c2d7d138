import type { EnrollmentId } from '@/lib/domain/ids';
import type { FailureCode } from '@/lib/rpc/failure';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';

/** What can be taken back for a while. */
interface Undoable {
  readonly enrollmentId: EnrollmentId;
  readonly isUndoing: boolean;
}

/** What just happened. */
export type ToastContent =
  | ({ readonly kind: 'enrolled'; readonly name: string; readonly sequence: string } & Undoable)
  | ({ readonly kind: 'unenrolled'; readonly sequence: string } & Undoable)
  | ({ readonly kind: 'paused' } & Undoable)
  | ({
      readonly kind: 'resumed';
      readonly subject: string;
      /** Absent while a task, `subject`, has to be done first. */
      readonly nextAt?: Instant;
      readonly zone: Zone;
    } & Undoable)
  | ({ readonly kind: 'skipped'; readonly nextAt?: Instant } & Undoable)
  | { readonly kind: 'restored'; readonly sequence: string }
  | {
      readonly kind:
        | 'undone'
        | 'tooLate'
        | 'restoreTooLate'
        | 'taken'
        | 'sending'
        | 'notEnrolled'
        | 'notPaused'
        | 'untrusted';
    }
  | { readonly kind: 'failed'; readonly code: FailureCode };

export type UndoableContent = Extract<ToastContent, Undoable>;

export interface ToastState {
  readonly id: number;
  readonly content: ToastContent;
  /** For how long Undo still works, in whole seconds; absent when there is nothing to undo. */
  readonly secondsLeft?: number;
}

export function isUndoable(content: ToastContent): content is UndoableContent {
  return 'enrollmentId' in content;
}
