import type { BrowserContext, Page } from 'playwright-core';

/** The part of the browser's own settings API that its extensions page uses; not in the typings. */
interface DeveloperPrivate {
  readonly updateProfileConfiguration: (change: { inDeveloperMode: boolean }) => Promise<void>;
  readonly removeHostPermission: (extensionId: string, host: string) => Promise<void>;
  readonly reload: (extensionId: string, options: { failQuietly: boolean }) => Promise<void>;
}

declare global {
  namespace chrome {
    const developerPrivate: DeveloperPrivate;
  }
}

/** Without developer mode the browser disables an unpacked extension on its next start or reload. */
export async function setDeveloperMode(context: BrowserContext): Promise<void> {
  await onExtensionsPage(context, (page) =>
    page.evaluate(() =>
      chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    ),
  );
}

/** Takes a site back, as the rep does on the browser's extensions page. */
export async function takeBackOrigin(
  context: BrowserContext,
  extensionId: string,
  origin: string,
): Promise<void> {
  await onExtensionsPage(context, (page) =>
    page.evaluate(([id, host]) => chrome.developerPrivate.removeHostPermission(id, host), [
      extensionId,
      origin,
    ] as const),
  );
}

/** Loads the extension's folder again: what an update looks like to pages that are open. */
export async function reloadExtension(context: BrowserContext, extensionId: string): Promise<void> {
  await setDeveloperMode(context);
  await onExtensionsPage(context, (page) =>
    page.evaluate((id) => chrome.developerPrivate.reload(id, { failQuietly: true }), extensionId),
  );
}

/** Flips the switch on the browser's extensions page. */
export async function switchOffExtension(
  context: BrowserContext,
  extensionId: string,
): Promise<void> {
  await onExtensionsPage(context, (page) =>
    page.evaluate((id) => chrome.management.setEnabled(id, false), extensionId),
  );
}

async function onExtensionsPage(
  context: BrowserContext,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await act(page);
  await page.close();
}
