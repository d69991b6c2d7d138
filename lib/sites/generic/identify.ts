import type { PageIdentity } from '@/lib/sites/adapter';

/**
 * Any page of a site that the rep switched on. A hash is a place in the page, unless a router of the
 * site writes its paths there.
 */
export function identifyGeneric(url: URL): PageIdentity | undefined {
  if (url.protocol !== 'https:') return undefined;
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  const key = (url.origin + url.pathname + url.search + route).slice(0, 2_000);
  return { kind: 'page', key, account: url.hostname };
}
