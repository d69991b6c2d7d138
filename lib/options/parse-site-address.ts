import { isProtectedHost } from '@/lib/platform/origin-pattern';

export type SiteAddress =
  | { readonly kind: 'ok'; readonly origin: string }
  | {
      readonly kind: 'empty' | 'notAnAddress' | 'notSecure' | 'wildcard' | 'protected';
    };

/**
 * What a rep types or pastes as "another address", as the origin to ask for. A whole URL is fine;
 * only its host counts. A port is left out, because a pattern without one covers every port.
 *
 * @example parseSiteAddress('https://CRM.example.com:8443/contacts/1?x=2')
 * // { kind: 'ok', origin: 'https://crm.example.com/*' }
 */
export function parseSiteAddress(typed: string): SiteAddress {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (/^http:\/\//i.test(text)) return { kind: 'notSecure' };
  const hasScheme = /^https:\/\//i.test(text);
  const url = hasScheme ? text : `https://${text}`;
  if (/\s/.test(text) || (!hasScheme && text.includes('://')) || !URL.canParse(url)) {
    return { kind: 'notAnAddress' };
  }
  const { hostname, username } = new URL(url);
  if (hostname.includes('*')) return { kind: 'wildcard' };
  // A bare word is a typo unless its owner wrote it as a URL, as intranets do.
  const isHost = /^[a-z0-9.-]+$/.test(hostname) && !/^[.-]|\.\.|[.-]$/.test(hostname);
  if (username !== '' || !isHost || !(hasScheme || hostname.includes('.'))) {
    return { kind: 'notAnAddress' };
  }
  if (isProtectedHost(hostname)) return { kind: 'protected' };
  return { kind: 'ok', origin: `https://${hostname}/*` };
}
