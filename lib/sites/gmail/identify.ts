import type { PageIdentity } from '@/lib/sites/adapter';

/** Views whose first argument is a name or a query: a thread can only be behind it. */
const NAMED = new Set(['label', 'search', 'advanced-search', 'category', 'section_query']);
/** Views without conversations. */
const OTHER = new Set([
  'settings',
  'chat',
  'contacts',
  'meet',
  'calls',
  'filters',
  'create-filter',
]);
/** The encoded id in the address, or the old hexadecimal one in stored links. */
const THREAD_ID = /^(?:[A-Za-z]{20,}|[0-9a-f]{15,16})$/;

/**
 * What a Gmail address says. The hash holds an id of the view's own making, good as a key and for
 * nothing else; the account is the place in the browser's list of signed-in accounts.
 */
export function identifyGmail(url: URL): PageIdentity | undefined {
  const path = /^\/mail(?:\/b\/[^/]+)?\/u\/(\d+)\/(popout)?/.exec(url.pathname);
  const account = path?.[1];
  if (url.hostname !== 'mail.google.com' || account === undefined) return undefined;
  if (path?.[2]) {
    const thread = url.searchParams.get('th');
    return thread ? { kind: 'thread', key: `${account}/popout/${thread}`, account } : undefined;
  }

  const hash = url.hash.replace(/^#/, '').replace(/\?.*$/, '') || 'inbox';
  const [view = 'inbox', ...rest] = hash.split('/').filter((part) => part !== '');
  if (OTHER.has(view)) return undefined;
  const last = (NAMED.has(view) ? rest.slice(1) : rest).at(-1);
  return last !== undefined && THREAD_ID.test(last)
    ? { kind: 'thread', key: `${account}/thread/${last}`, account }
    : { kind: 'list', key: `${account}/list/${hash}`, account };
}
