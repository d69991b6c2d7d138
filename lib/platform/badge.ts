import { browser } from 'wxt/browser';

/** Marks the toolbar button while nothing leaves, so that nobody forgets it. */
export async function showPausedBadge(paused: boolean): Promise<void> {
  await browser.action.setBadgeText({ text: paused ? 'II' : '' });
  if (paused) await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
}
