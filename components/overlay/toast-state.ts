import type { EnrollmentId } from '@/lib/domain/ids';
import type { FailureCode } from '@/lib/rpc/failure';

/** What just happened. */
export type ToastContent =
  | {
      readonly kind: 'enrolled';
      readonly name: string;
      readonly sequence: string;
      readonly enrollmentId: EnrollmentId;
      readonly isUndoing: boolean;
    }
  | { readonly kind: 'unenrolled'; readonly sequence: string }
  | { readonly kind: 'undone' | 'tooLate' | 'notEnrolled' | 'untrusted' }
  | { readonly kind: 'failed'; readonly code: FailureCode };

export interface ToastState {
  readonly id: number;
  readonly content: ToastContent;
  /** For how long Undo still works, in whole seconds; absent when there is nothing to undo. */
  readonly secondsLeft?: number;
}
