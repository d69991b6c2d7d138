import type { Page } from 'playwright-core';
import { type OptionsSurface, optionsOn } from '../e2e/surfaces/options.ts';
import { overlayOn } from '../e2e/surfaces/overlay.ts';
import type { StoredMessage } from './google-inbox.ts';
import { CLIENT, openWorld, REP, type World, type WorldOptions } from './world.ts';

/** A rep at work: the mailbox is connected, the sites are switched on. */
export interface AtWork extends World {
  readonly options: OptionsSurface;
  /** A contact's record in HubSpot. */
  readonly openRecord: (id: number) => Promise<Page>;
  /** A conversation in Gmail, by the id in its address. */
  readonly openThread: (id: string) => Promise<Page>;
  /** Any page where the control is expected. */
  readonly open: (url: string) => Promise<Page>;
  /** What has left the rep's mailbox, oldest first. */
  readonly sent: () => Promise<readonly StoredMessage[]>;
  readonly drafts: () => Promise<readonly StoredMessage[]>;
  /** Reads new mail and sends what is due, as the minute's alarm does. */
  readonly nudge: () => Promise<void>;
}

export interface AtWorkOptions extends WorldOptions {
  /** How long a first email is held; the product's own ten seconds unless told. */
  readonly undoSeconds?: number;
  /** Where the OAuth client comes from: typed in, brought by the build, or no mailbox at all. */
  readonly client?: 'typed' | 'build' | 'none';
}

export async function goToWork(options: AtWorkOptions = {}): Promise<AtWork> {
  const { undoSeconds, client = 'typed', ...rest } = options;
  const world = await openWorld(rest);
  const surface = optionsOn(world.browser.firstRun);
  try {
    if (client === 'typed') await surface.enterClient(CLIENT);
    if (client !== 'none') await surface.connect(REP.email);
    if (undoSeconds !== undefined) await surface.setUndoSeconds(undoSeconds);
  } catch (cause) {
    await world.close();
    throw cause;
  }

  const open = async (url: string) => {
    const page = await world.browser.context.newPage();
    await page.goto(url);
    await overlayOn(page).chip.waitFor();
    return page;
  };
  const labelled = async (label: string) => {
    const all = await world.google.mailbox(REP.email);
    return all.filter(({ labels }) => labels.includes(label)).toReversed();
  };
  return {
    ...world,
    options: surface,
    open,
    openRecord: (id) => open(`https://app.hubspot.com/contacts/4711/record/0-1/${id}`),
    openThread: (id) => open(`https://mail.google.com/mail/u/0/#inbox/${id}`),
    sent: () => labelled('SENT'),
    drafts: () => labelled('DRAFT'),
    nudge: () => nudge(surface.page),
  };
}

/** The worker's own message for "now instead of in a minute". */
async function nudge(page: Page): Promise<void> {
  await page.evaluate(() => chrome.runtime.sendMessage({ rpc: 'engine.nudge', input: {} }));
}
