import { browser } from 'wxt/browser';
import type { PageReport, TabMessage } from './tab-protocol';

/**
 * Hears what the worker and the popup ask of this tab. Only our own extension is listened to.
 *
 * @param handler its answer travels back for `report`, and is ignored otherwise
 */
export function onTabMessage(
  handler: (message: TabMessage) => PageReport | undefined,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { readonly id?: string }) => {
    if (sender.id !== browser.runtime.id || !isTabMessage(message)) return undefined;
    return Promise.resolve(handler(message));
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), {
    once: true,
  });
}

function isTabMessage(message: unknown): message is TabMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === 'overlay' &&
    'kind' in message &&
    (message.kind === 'changed' || message.kind === 'report' || message.kind === 'open')
  );
}
