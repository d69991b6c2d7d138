import type { Locator, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';

export interface PopupSurface {
  readonly page: Page;
  readonly heading: (name: string) => Locator;
  readonly text: () => Promise<string>;
}

/**
 * The popup as it stands over a page. A real one cannot be driven, so it is opened in a tab of the
 * same window; the page behind stays the active tab, which is how the popup finds it.
 */
export async function openPopup(browser: ExtensionBrowser, over: Page): Promise<PopupSurface> {
  const page = await browser.openOwn('popup.html');
  await page.setViewportSize({ width: 380, height: 600 });
  await over.bringToFront();
  await page.reload();
  await page.getByRole('heading', { name: 'On this page' }).waitFor();
  return {
    page,
    heading: (name) => page.getByRole('heading', { name }),
    text: () => page.locator('body').innerText(),
  };
}
