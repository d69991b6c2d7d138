import type { FailureCode } from '@/lib/rpc/failure';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

/** What the Enroll popover shows about one person. */
export interface EnrollView {
  readonly name: string;
  /** Nothing to show before the first answer. */
  readonly preview?: EnrollmentPreview;
  /** What was picked that a preview does not repeat. */
  readonly chosen: {
    readonly ownerProperty?: string | undefined;
    readonly sendAt?: Instant | undefined;
  };
  /** Better moments than at once; they stay to choose from once one is chosen. */
  readonly offers: EnrollmentPreview['offers'];
  /** What was typed for `{{placeholder:…}}`, by its name. */
  readonly placeholders: Readonly<Record<string, string>>;
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
