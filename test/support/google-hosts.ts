const HOSTS = new Set([
  'accounts.google.com',
  'oauth2.googleapis.com',
  'gmail.googleapis.com',
  'www.googleapis.com',
]);

/** `fetch` that finds Google's hosts at the stand-in's origin, and reaches nothing else. */
export function fetchFrom(origin: string): typeof fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!HOSTS.has(url.host)) throw new TypeError(`unexpected host ${url.host}`);
    return fetch(new URL(url.pathname + url.search, origin), init);
  };
}
