import type { Input, MessageName } from './protocol';

/**
 * Tells the worker something and does not wait for an answer. Has no imports at run time, for
 * scripts that must stay tiny; everything else uses `client.ts`.
 *
 * @returns `false` when this script has outlived its extension (updated or switched off)
 */
export function notifyWorker<Name extends MessageName>(rpc: Name, input: Input<Name>): boolean {
  if (chrome.runtime?.id === undefined) return false;
  // The answer is void and a worker that cannot answer is asked again by the next page.
  chrome.runtime.sendMessage({ rpc, input }).catch(() => undefined);
  return true;
}
