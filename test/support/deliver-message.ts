import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/**
 * Brings a message to the listeners, as the browser does: a listener that returns `true` answers
 * later through its callback.
 *
 * @returns the answer, or `undefined` when nobody takes the message
 */
export async function deliverMessage(
  message: unknown,
  sender: Browser.runtime.MessageSender,
): Promise<unknown> {
  const answered = Promise.withResolvers<unknown>();
  const taken = await fakeBrowser.runtime.onMessage.trigger(message, sender, answered.resolve);
  return taken.some((result: unknown) => result === true) ? answered.promise : undefined;
}
