import type { FailureCode } from '@/lib/rpc/failure';
import type { EnrollmentPreview } from '@/lib/rpc/views';

/** What the Enroll popover shows about one person. */
export interface EnrollView {
  readonly name: string;
  /** Nothing to show before the first answer. */
  readonly preview?: EnrollmentPreview;
  /** The first email with what was typed over it. */
  readonly email?: { readonly subject: string; readonly body: string };
  readonly isEdited: boolean;
  /** A newer preview is on its way. */
  readonly isRefreshing: boolean;
  readonly isEnrolling: boolean;
  readonly failure?: FailureCode;
  /** The last click on Enroll was answered with no, and the checks say why. */
  readonly isRefused: boolean;
}
