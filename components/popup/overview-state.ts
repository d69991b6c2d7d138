import type { Overview } from '@/lib/rpc/views';

/** What is stored, as far as it could be read. */
export type OverviewState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly overview: Overview };
