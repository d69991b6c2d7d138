import type { Browser } from 'wxt/browser';
import type { Caller } from './define';

/**
 * Which kind of context sent a message, by what the browser (not the message) says about it.
 *
 * - An extension page has our id and our origin.
 * - A content script has our id, a tab and a web origin, and only counts from the top frame.
 * - Everything else, other extensions first of all, is nobody.
 */
export function callerOf(
  sender: Browser.runtime.MessageSender,
  self: { readonly id: string; readonly origin: string },
): Caller | undefined {
  if (sender.id !== self.id) return undefined;
  const origin = originOf(sender.url) ?? sender.origin;
  if (origin === self.origin) return 'extension';
  const isTopFrame = sender.tab !== undefined && (sender.frameId ?? 0) === 0;
  return isTopFrame && origin !== undefined && /^https?:/.test(origin) ? 'page' : undefined;
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}
