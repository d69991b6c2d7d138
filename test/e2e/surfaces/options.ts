import type { BrowserContext, Locator, Page } from 'playwright-core';

export type OptionsSection =
  | 'Sequences'
  | 'Workflows'
  | 'Enrollments'
  | 'Tasks'
  | 'Contacts'
  | 'Mailbox'
  | 'Do not contact'
  | 'Days off'
  | 'Sites'
  | 'Settings'
  | 'Backups';

export interface OptionsSurface {
  readonly page: Page;
  readonly heading: (name: string) => Locator;
  /** Enters the company's OAuth client, where the build brings none. */
  readonly enterClient: (client: { readonly id: string; readonly secret: string }) => Promise<void>;
  /** Enters the app that the company registered at Microsoft. */
  readonly enterMicrosoftApp: (app: { readonly id: string }) => Promise<void>;
  /** Signs in to the mailbox through the window that the provider opens. */
  readonly connect: (email: string, kind?: 'Gmail' | 'Outlook') => Promise<void>;
  readonly reconnect: (email: string) => Promise<void>;
  readonly setUndoSeconds: (seconds: number) => Promise<void>;
  readonly goTo: (section: OptionsSection) => Promise<void>;
  /** One line of the list of enrollments, by the contact's address. */
  readonly enrollment: (address: string) => Locator;
  /** One line of the list of sequences, by its name. */
  readonly sequence: (name: string) => Locator;
  /** Chooses from the menu of one sequence; archived ones are shown first. */
  readonly changeSequence: (name: string, action: string) => Promise<void>;
  readonly addSuppressed: (address: string, reason: string) => Promise<void>;
  readonly addDayOff: (date: string, name: string) => Promise<void>;
}

export function optionsOn(page: Page): OptionsSurface {
  const goTo: OptionsSurface['goTo'] = async (section) => {
    // Behind another tab it would be drawn once a second only.
    await page.bringToFront();
    await page.getByRole('navigation').getByRole('link', { name: section }).click();
  };
  const signIn = async (email: string, button: string) => {
    await goTo('Mailbox');
    const [provider] = await Promise.all([
      nextSignIn(page.context()),
      page.getByRole('button', { name: button }).click(),
    ]);
    await provider.getByRole('button', { name: email }).click();
    await page.getByText(`Connected: ${email}`).waitFor();
  };
  const sequence = (name: string) =>
    page
      .getByRole('list', { name: 'Sequences' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
  return {
    page,
    goTo,
    sequence,
    changeSequence: async (name, action) => {
      await goTo('Sequences');
      await page.getByLabel('Show archived ones').check();
      await sequence(name)
        .getByRole('button', { name: `More for ${name}` })
        .click();
      await sequence(name).getByRole('menuitem', { name: action }).click();
    },
    addSuppressed: async (address, reason) => {
      await goTo('Do not contact');
      await page.getByLabel('Add addresses').fill(address);
      await page.getByLabel('Why').selectOption({ label: reason });
      await page.getByRole('button', { name: 'Add to the list' }).click();
      await page.getByRole('list').getByRole('listitem').filter({ hasText: address }).waitFor();
    },
    addDayOff: async (date, name) => {
      await goTo('Days off');
      await page.getByLabel('Day', { exact: true }).fill(date);
      await page.getByLabel('What for').fill(name);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('list', { name: 'Your days off' }).getByText(name).waitFor();
    },
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
    enterMicrosoftApp: async ({ id }) => {
      await goTo('Mailbox');
      await page.getByText('Microsoft app', { exact: true }).click();
      await page.getByLabel('Application (client) ID').fill(id);
      await page.getByRole('button', { name: 'Save app' }).click();
      await page.getByText('Microsoft app saved').waitFor();
    },
    connect: (email, kind = 'Gmail') => signIn(email, `Connect ${kind}`),
    reconnect: (email) => signIn(email, `Reconnect ${email}`),
  };
}

/** The window of `launchWebAuthFlow`, once it shows the provider's page. */
export async function nextSignIn(context: BrowserContext): Promise<Page> {
  const page = await context.waitForEvent('page');
  await page.waitForURL(/^https:\/\/(?:accounts\.google\.com|login\.microsoftonline\.com)\//);
  return page;
}
