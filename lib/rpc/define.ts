import type * as v from 'valibot';

/**
 * Which context may send a message. `page`: our content script in a tab. `extension`: popup,
 * options and other pages of our own. Anything that spends trust (connecting, settings, deleting)
 * is for `extension` only.
 */
export type Caller = 'page' | 'extension';

export interface MessageSpec<Input extends v.GenericSchema = v.GenericSchema, Output = unknown> {
  readonly from: readonly Caller[];
  readonly input: Input;
  /** Only carries the answer's type; the worker is trusted and its answers are not parsed again. */
  readonly output?: Output;
}

/** Declares one message: who may send it, what it carries and what it answers. */
export function message<Output>() {
  return <const Input extends v.GenericSchema>(spec: {
    readonly from: readonly Caller[];
    readonly input: Input;
  }): MessageSpec<Input, Output> => spec;
}

export const ANYWHERE = ['page', 'extension'] as const;
export const OWN_PAGES = ['extension'] as const;
export const CONTENT = ['page'] as const;
