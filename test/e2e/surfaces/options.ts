import type { BrowserContext, Locator, Page } from 'playwright-core';

export interface OptionsSurface {
  readonly page: Page;
  readonly heading: (name: string) => Locator;
  /** Enters the company's OAuth client, where the build brings none. */
  readonly enterClient: (client: { readonly id: string; readonly secret: string }) => Promise<void>;
  /** Signs in to the mailbox through the window that Google opens. */
  readonly connect: (email: string) => Promise<void>;
  readonly reconnect: (email: string) => Promise<void>;
  readonly setUndoSeconds: (seconds: number) => Promise<void>;
  readonly goTo: (section: 'Enrollments' | 'Mailbox' | 'Sites' | 'Settings') => Promise<void>;
  /** One line of the list of enrollments, by the contact's address. */
  readonly enrollment: (address: string) => Locator;
}

export function optionsOn(page: Page): OptionsSurface {
  const goTo: OptionsSurface['goTo'] = (section) =>
    page.getByRole('navigation').getByRole('link', { name: section }).click();
  const signIn = async (email: string, button: string) => {
    await goTo('Mailbox');
    const [google] = await Promise.all([
      nextSignIn(page.context()),
      page.getByRole('button', { name: button }).click(),
    ]);
    await google.getByRole('button', { name: email }).click();
    await page.getByText(`Connected: ${email}`).waitFor();
  };
  return {
    page,
    goTo,
    setUndoSeconds: async (seconds) => {
      await goTo('Settings');
      await page.getByLabel('Time to undo').fill(String(seconds));
      await page.getByText(`Seconds: ${seconds}`).waitFor();
    },
    enrollment: (address) =>
      page
        .getByRole('list', { name: 'Enrollments' })
        .getByRole('listitem')
        .filter({ hasText: address }),
    heading: (name) => page.getByRole('heading', { name }),
    enterClient: async ({ id, secret }) => {
      await goTo('Mailbox');
      await page.getByLabel('Client ID').fill(id);
      await page.getByLabel('Client secret').fill(secret);
      await page.getByRole('button', { name: 'Save client' }).click();
      await page.getByText('Google client saved').waitFor();
    },
    connect: (email) => signIn(email, 'Connect Gmail'),
    reconnect: (email) => signIn(email, `Reconnect ${email}`),
  };
}

/** The window of `launchWebAuthFlow`, once it shows Google's page. */
export async function nextSignIn(context: BrowserContext): Promise<Page> {
  const page = await context.waitForEvent('page');
  await page.waitForURL(/^https:\/\/accounts\.google\.com\//);
  return page;
}
