import { readFileSync } from 'node:fs';

/** One answer of the synthetic sites. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface SyntheticSite {
  readonly folder: string;
  readonly host: RegExp;
  readonly policy: string;
  /** First match wins. */
  readonly pages: readonly (readonly [path: RegExp, file: string])[];
}

const SITES: readonly SyntheticSite[] = [
  {
    folder: 'gmail',
    host: /^mail\.google\.com$/,
    // As the real one: no markup strings in the page's world, no frames, scripts of its own only.
    policy:
      "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; require-trusted-types-for 'script'",
    pages: [[/^\/mail\/u\/\d+\/$/, '2026-11-list.html']],
  },
  {
    folder: 'hubspot',
    host: /^app([-.][a-z0-9]+)?\.hubspot\.com$/,
    policy:
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'self'",
    pages: [
      [/^\/contacts\/\d+\/(record\/0-1|contact)\/\d+(\/view\/\d+)?\/?$/, '2026-11-contact.html'],
      [/^\/contacts\/\d+\/record\/0-2\/\d+\/?$/, '2026-11-negative-company.html'],
      [/^\/contacts\/\d+\/objects\/0-1\/views\/[^/]+\/list$/, '2026-11-contacts-list.html'],
    ],
  },
  {
    folder: 'generic',
    host: /^www\.example\.com$/,
    policy: "default-src 'none'; style-src 'self'; img-src 'self'",
    pages: [
      [/^\/team\/?$/, '2026-11-team.html'],
      [/^\/article\/?$/, '2026-11-negative-article.html'],
    ],
  },
];

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

const NOT_FOUND: PageAnswer = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'Not found',
};

/** Hosts that the synthetic sites answer for, to be resolved to the local server. */
export const SYNTHETIC_HOSTS = ['mail.google.com', '*.hubspot.com', 'www.example.com'] as const;

/**
 * What a synthetic site says to a request. A name without a page is a 404 of that site; a host that
 * is none of ours has no answer.
 *
 * @example serveRoutes('app.hubspot.com', new URL('/contacts/4711/record/0-1/51', 'https://app.hubspot.com'))?.status // 200
 */
export function serveRoutes(host: string, { pathname }: URL): PageAnswer | undefined {
  const site = SITES.find((candidate) => candidate.host.test(host));
  if (!site) return undefined;
  // Scripts and styles are named relative to the page, so that it also opens from disk.
  const asset = /\/([\w-]+\.(?:js|css))$/.exec(pathname)?.[1];
  const file = asset ?? site.pages.find(([pattern]) => pattern.test(pathname))?.[1] ?? '';
  const body = read(`${site.folder}/${file}`) ?? read(`shared/${file}`);
  if (body === undefined) return NOT_FOUND;
  const headers = {
    'content-type': TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain',
    'cache-control': 'no-store',
    'content-security-policy': site.policy,
  };
  return { status: 200, headers, body };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(`./${path}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
