import type { SiteRef } from './person';

/** The key under which a contact is found by its record on a site. */
export function siteRefKey(ref: SiteRef): string {
  return [ref.site, ref.account, ref.recordId].map(encodeURIComponent).join('/');
}
