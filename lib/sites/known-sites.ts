import type { PageIdentity } from './adapter';
import { identifyGmail } from './gmail/identify';
import { identifyHubspot } from './hubspot/identify';

/** What can be said about a site without its adapter: small enough for the gate and for Options. */
export interface KnownSite {
  /** Name of the folder under `lib/sites`. */
  readonly id: string;
  /** The product's own name, the same in every language. */
  readonly name: string;
  /** Match patterns that are requested when a rep says that they work there. */
  readonly origins: readonly string[];
  /** Hosts on which this site alone speaks; the generic adapter stays out of them. */
  readonly claims: RegExp;
  readonly identify: (url: URL) => PageIdentity | undefined;
}

/** The sites that the first run offers under "Where do you work?", in this order. */
export const KNOWN_SITES: readonly KnownSite[] = [
  {
    id: 'gmail',
    name: 'Gmail',
    origins: ['https://mail.google.com/*'],
    claims: /^mail\.google\.com$/,
    identify: identifyGmail,
  },
  {
    id: 'hubspot',
    name: 'HubSpot',
    // Accounts live on app.hubspot.com, app-eu1.hubspot.com, app.na2.hubspot.com and more to come;
    // a match pattern cannot say `app-*`.
    origins: ['https://*.hubspot.com/*'],
    claims: /(^|\.)hubspot\.com$/,
    identify: identifyHubspot,
  },
];

/** The site that speaks for this host, if one of ours does. */
export function knownSiteOf(url: URL): KnownSite | undefined {
  return KNOWN_SITES.find((site) => site.claims.test(url.hostname));
}
