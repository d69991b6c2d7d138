import type { PageIdentity } from '@/lib/sites/adapter';

/** `app.hubspot.com`, `app-eu1.hubspot.com`, `app.na2.hubspot.com`. */
const APP_HOST = /^app([-.][a-z0-9]+)?\.hubspot\.com$/;
const RECORD = /^\/contacts\/(\d+)\/(?:record\/0-1|contact)\/(\d+)(?:\/|$)/;
const LIST = /^\/contacts\/(\d+)\/(objects\/0-1\/views|objectLists)\/([^/]+)/;

/**
 * What a HubSpot address says. Only object type 0-1 is a contact; `/contacts/` stands in the path of
 * companies, deals and tickets as well.
 */
export function identifyHubspot(url: URL): PageIdentity | undefined {
  if (!APP_HOST.test(url.hostname)) return undefined;
  const [, portal, recordId] = RECORD.exec(url.pathname) ?? [];
  if (portal !== undefined && recordId !== undefined) {
    const ref = { site: 'hubspot', account: portal, recordId };
    return {
      kind: 'record',
      key: `${portal}/contact/${recordId}`,
      account: portal,
      ref,
    };
  }
  const [, account, kind, view] = LIST.exec(url.pathname) ?? [];
  if (account === undefined) return undefined;
  return { kind: 'list', key: `${account}/${kind}/${view}`, account };
}
