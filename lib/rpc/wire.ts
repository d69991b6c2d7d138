import * as v from 'valibot';
import type { FailureCode } from './failure';

/**
 * What travels over `runtime.sendMessage`. A tagged plain object, so that anything may send one
 * without a library: the gate does, to stay within its 3 kB.
 */
export const requestSchema = v.object({ rpc: v.string(), input: v.unknown() });

export type WireRequest = v.InferOutput<typeof requestSchema>;

export type WireAnswer =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'failure'; readonly code: FailureCode };
