import type { SiteAdapter } from './adapter';
import { genericSite } from './generic/site';
import { gmailSite } from './gmail/site';
import { hubspotSite } from './hubspot/site';
import { knownSiteOf } from './known-sites';
import { neverThrow } from './never-throw';

/** Every adapter; a new site is a folder, a line here and a line in `known-sites.ts`. */
export const ADAPTERS: readonly SiteAdapter[] = [gmailSite, hubspotSite, genericSite].map(
  neverThrow,
);

/**
 * The adapter that speaks for this address. A page that it has nothing to say about has no
 * identity; that is for `identify` to tell, because such pages become others without a load.
 *
 * @example adapterFor(new URL('https://mail.google.com/mail/u/0/'))?.id // 'gmail'
 */
export function adapterFor(url: URL): SiteAdapter | undefined {
  if (url.protocol !== 'https:') return undefined;
  const id = knownSiteOf(url)?.id ?? genericSite.id;
  return ADAPTERS.find((adapter) => adapter.id === id);
}
