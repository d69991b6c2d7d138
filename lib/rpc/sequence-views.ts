import type { SequenceId } from '@/lib/domain/ids';
import type { TemplateProblem } from '@/lib/domain/message/check-template';

export type SequenceSaved =
  | { readonly kind: 'saved'; readonly id: SequenceId; readonly version: number }
  /** Somebody saved a newer version meanwhile; nothing was overwritten. */
  | { readonly kind: 'conflict'; readonly version: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly errors: readonly TemplateProblem[] };

export type SequenceChanged =
  /** How many enrollments it touched. */
  { readonly kind: 'changed'; readonly enrollments: number } | { readonly kind: 'missing' };

export interface SuppressionOutcome {
  readonly added: number;
  /** Lines that are neither an address nor a domain, as they were given. */
  readonly invalid: readonly string[];
}
