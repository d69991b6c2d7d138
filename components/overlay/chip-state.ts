import type { FailureCode } from '@/lib/rpc/failure';
import type { ContactStatus, EnrolledStatus } from '@/lib/rpc/views';

export type FreeStatus = Extract<ContactStatus, { kind: 'free' }>;

/** Everything the control on the page can say. */
export type ChipState =
  | { readonly kind: 'checking' | 'nobody' | 'noAddress' | 'orphaned' }
  | { readonly kind: 'free'; readonly lastExit?: FreeStatus['lastExit'] }
  | { readonly kind: 'enrolled'; readonly status: EnrolledStatus; readonly isBusy: boolean }
  | { readonly kind: 'failed'; readonly code: FailureCode };
