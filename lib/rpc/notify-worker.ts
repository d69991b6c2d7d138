import type { Input, MessageName } from './protocol';
import type { WireAnswer, WireRequest } from './wire';

/**
 * Sends one message to the worker without the client's code: the gate has 3 kB for everything and
 * no use for the answer, only for whether the worker took it.
 */
export async function notifyWorker<Name extends MessageName>(
  rpc: Name,
  input: Input<Name>,
): Promise<boolean> {
  const request: WireRequest = { rpc, input };
  try {
    const answer: WireAnswer | undefined = await chrome.runtime.sendMessage(request);
    return answer?.kind === 'answer';
  } catch {
    // The worker did not start, or this extension is gone from the page.
    return false;
  }
}

/** False once the extension was updated, switched off or removed. */
export function isExtensionAlive(): boolean {
  return globalThis.chrome?.runtime?.id !== undefined;
}
