import type { FailureCode } from '@/lib/rpc/failure';
import type { UnenrollOutcome } from '@/lib/rpc/views';

/** What came of the last click. */
export type PopupNote = UnenrollOutcome | { readonly kind: 'failed'; readonly code: FailureCode };
