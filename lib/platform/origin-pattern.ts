/** Hosts where browsers run no extension code, whatever was granted. */
const PROTECTED_HOSTS: readonly string[] = [
  'chrome.google.com',
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.mozilla.org',
];

export function isProtectedHost(host: string): boolean {
  return PROTECTED_HOSTS.includes(host);
}

/**
 * The origin to ask for so that the overlay may run on this page. Only secure pages have one. The
 * port is left out: a pattern without one covers every port.
 *
 * @example originOf('https://app.example.com:8443/contacts/1') // 'https://app.example.com/*'
 * @example originOf('chrome://extensions') // undefined
 */
export function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' || hostname === '' || isProtectedHost(hostname)) return undefined;
  return `https://${hostname}/*`;
}

/**
 * The host part of a pattern, as a rep would say it.
 *
 * @example hostOf('https://mail.google.com/*') // 'mail.google.com'
 */
export function hostOf(origin: string): string {
  return /^[^:]+:\/\/([^/:]*)/.exec(origin)?.[1] ?? origin;
}

/**
 * Is this origin within what was granted? Browsers also report wider grants, made in their own
 * settings ("on all sites").
 *
 * @example covers(['https://*.example.com/*'], 'https://crm.example.com/*') // true
 */
export function covers(granted: readonly string[], origin: string): boolean {
  return granted.some((pattern) => {
    if (pattern === origin || pattern === '<all_urls>') return true;
    if (!/^(https|\*):\/\//.test(pattern)) return false;
    const wide = hostOf(pattern);
    const host = hostOf(origin);
    if (wide === '*' || wide === host) return true;
    return wide.startsWith('*.') && `.${host}`.endsWith(wide.slice(1));
  });
}
