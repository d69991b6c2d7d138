import { browser } from 'wxt/browser';
import type { Parsed } from '@/lib/rpc/protocol';

/** Shows the options page at a section, in the tab that already shows it if there is one. */
export async function openOptions(section?: Parsed<'options.open'>['section']): Promise<void> {
  const page = browser.runtime.getURL('/options.html');
  const url = section === undefined ? page : `${page}#${section}`;
  const [open] = await browser.runtime
    .getContexts({ contextTypes: ['TAB'] })
    .then((contexts) => contexts.filter(({ documentUrl }) => documentUrl?.startsWith(page)));
  if (open === undefined || open.tabId < 0) await browser.tabs.create({ url });
  else await browser.tabs.update(open.tabId, { url, active: true });
}
