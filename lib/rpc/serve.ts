import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { callerOf, originOf } from './caller';
import type { MessageSpec } from './define';
import { type FailureCode, RpcFailure } from './failure';
import { type MessageName, type Output, type Parsed, protocol } from './protocol';
import { requestSchema, type WireAnswer } from './wire';

export type Sender = Browser.runtime.MessageSender;

/** One function per message of the protocol: leave one out and it does not compile. */
export type Handlers = {
  readonly [Name in MessageName]: (
    input: Parsed<Name>,
    sender: Sender,
  ) => Promise<Output<Name>> | Output<Name>;
};

/**
 * Answers the protocol. Call it synchronously when the worker starts, else a message that woke the
 * worker is lost.
 *
 * @param report told about everything unexpected, for the log; the caller only learns a code
 */
export function serve(handlers: Handlers, report: (name: string, cause: unknown) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, respond) => {
    const request = v.safeParse(requestSchema, message);
    // Mail for the overlay, or for nobody: not ours to answer.
    if (!request.success) return undefined;
    const { rpc, input } = request.output;
    // `answer` never rejects. By callback: not every Chrome that we run on takes a promise here.
    void answer(handlers, rpc, input, sender, report).then(respond);
    return true;
  });
}

/** Exported for the test that sends every message from every wrong context. */
export async function answer(
  handlers: Handlers,
  name: string,
  raw: unknown,
  sender: Sender,
  report: (name: string, cause: unknown) => void,
): Promise<WireAnswer> {
  if (!isMessageName(name)) return { kind: 'failure', code: 'badRequest' };
  const spec: MessageSpec = protocol[name];
  const caller = callerOf(sender, {
    id: browser.runtime.id,
    origin: originOf(browser.runtime.getURL('/')),
  });
  if (caller === undefined || !spec.from.includes(caller)) {
    return { kind: 'failure', code: 'forbidden' };
  }
  const input = v.safeParse(spec.input, raw);
  if (!input.success) return { kind: 'failure', code: 'badRequest' };
  try {
    // The schema was looked up under the same name as the handler, which TypeScript cannot follow.
    const handle = handlers[name] as (input: unknown, sender: Sender) => unknown;
    return { kind: 'answer', value: await handle(input.output, sender) };
  } catch (cause) {
    report(name, cause);
    return { kind: 'failure', code: codeOf(cause) };
  }
}

/** The store is known by its name only: it reads our types, so we may not read its. */
function codeOf(cause: unknown): FailureCode {
  if (cause instanceof RpcFailure) return cause.code;
  if (!(cause instanceof Error) || cause.name !== 'StoreUnavailable') return 'internal';
  return 'code' in cause && cause.code === 'lost' ? 'storeLost' : 'storeUnavailable';
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name);
}
