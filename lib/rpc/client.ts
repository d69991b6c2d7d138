import { browser } from 'wxt/browser';
import { FAILURE_CODES, type FailureCode, RpcFailure } from './failure';
import type { Input, MessageName, Output } from './protocol';
import type { WireRequest } from './wire';

/** Every message of the protocol as a function. Each throws an {@link RpcFailure}, nothing else. */
export type Rpc = {
  readonly [Name in MessageName]: (input: Unchanged<Input<Name>>) => Promise<Output<Name>>;
};

/** What is asked with is only read: whatever the caller keeps may be handed over as it is. */
type Unchanged<Value> = Value extends string | number | boolean | undefined | null
  ? Value
  : { readonly [Key in keyof Value]: Unchanged<Value[Key]> };

/** Asks the worker; the surfaces' only way to change anything. */
export const rpc: Rpc = createRpc();

/** Any name becomes a call, so that surfaces carry the protocol's types and none of its schemas. */
function createRpc(): Rpc {
  const calls = new Proxy(
    {},
    { get: (_target, name) => (input: unknown) => ask(String(name), input) },
  );
  // The worker refuses names that are not in the protocol; TypeScript does so before.
  return calls as Rpc;
}

async function ask(rpc: string, input: unknown): Promise<unknown> {
  const answer = await post({ rpc, input });
  if (!isRecord(answer)) throw new RpcFailure('internal', answer);
  // Messages travel as JSON: a void answer arrives without its value.
  if (answer['kind'] === 'answer') return answer['value'];
  throw new RpcFailure(failureOf(answer['code']), answer);
}

function failureOf(code: unknown): FailureCode {
  return FAILURE_CODES.find((known) => known === code) ?? 'internal';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

async function post(request: WireRequest): Promise<unknown> {
  // A content script outlives its extension: `runtime.id` is the documented way to notice.
  if (browser.runtime?.id === undefined) throw new RpcFailure('orphaned');
  try {
    return await browser.runtime.sendMessage(request);
  } catch (cause) {
    throw new RpcFailure(isOrphan(cause) ? 'orphaned' : 'internal', cause);
  }
}

function isOrphan(cause: unknown): boolean {
  return browser.runtime?.id === undefined || /context invalidated/i.test(String(cause));
}
