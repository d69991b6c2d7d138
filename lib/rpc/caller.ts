import type { Browser } from 'wxt/browser';
import type { Caller } from './define';

/**
 * Which kind of context sent a message, by what the browser (not the message) says about it.
 *
 * - An extension page has our id and our origin.
 * - A content script has our id, a tab and a secure web origin (we ask for no other), and only
 *   counts from the top frame.
 * - Everything else, other extensions first of all, is nobody.
 */
export function callerOf(
  sender: Browser.runtime.MessageSender,
  self: { readonly id: string; readonly origin: string | undefined },
): Caller | undefined {
  if (sender.id !== self.id) return undefined;
  const origin = originOf(sender.url) ?? sender.origin;
  if (origin !== undefined && origin === self.origin) return 'extension';
  const isTopFrame = sender.tab !== undefined && (sender.frameId ?? 0) === 0;
  return isTopFrame && origin !== undefined && /^https:/.test(origin) ? 'page' : undefined;
}

/**
 * Scheme and host of an address. Not `URL.origin`: that is the text `null` for files, blank pages
 * and, in some engines, extensions; one `null` would be as good as another.
 */
export function originOf(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed === null ? undefined : `${parsed.protocol}//${parsed.host}`;
}
