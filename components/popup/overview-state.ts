import type { Overview } from '@/lib/rpc/views';

/** What is stored, as far as it could be read. */
export type OverviewState =
  | { readonly kind: 'loading' }
  /** `lost`: the browser lost the database, and it was not brought back yet. */
  | { readonly kind: 'failed'; readonly lost: boolean }
  | { readonly kind: 'ready'; readonly overview: Overview };
