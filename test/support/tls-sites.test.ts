import { once } from 'node:events';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { expect, onTestFinished, test } from 'vitest';
import { answer, DROPPED } from './exchange';
import { startTlsSites, type TlsSites } from './tls-sites';

/** A stand-in for the emulator that says what reached it. */
async function startEcho(): Promise<string> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify({ method: incoming.method, path: incoming.url, body }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function startSites(): Promise<TlsSites> {
  const sites = await startTlsSites({
    google: await startEcho(),
    page: (host, url) =>
      url.pathname === '/page'
        ? { status: 200, headers: { 'content-type': 'text/plain' }, body: `page of ${host}` }
        : undefined,
  });
  onTestFinished(() => sites.close());
  return sites;
}

function ask(
  sites: TlsSites,
  host: string,
  path: string,
  body?: string,
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: sites.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host },
        rejectUnauthorized: false,
      },
      async (incoming) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        resolve({ status: incoming.statusCode, body: Buffer.concat(chunks).toString() });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

test('a page is served for its host, and nothing for an unknown address', async () => {
  const sites = await startSites();

  const page = await ask(sites, 'app.hubspot.com', '/page');
  const nothing = await ask(sites, 'app.hubspot.com', '/other');

  expect(page).toEqual({ status: 200, body: 'page of app.hubspot.com' });
  expect(nothing.status).toBe(404);
});

test('Google’s hosts lead to the emulator', async () => {
  const sites = await startSites();

  const token = await ask(sites, 'oauth2.googleapis.com', '/token', 'grant_type=x');
  const mail = await ask(sites, 'gmail.googleapis.com', '/gmail/v1/users/me/profile?a=1');

  expect(JSON.parse(token.body)).toEqual({
    method: 'POST',
    path: '/token',
    body: 'grant_type=x',
  });
  expect(JSON.parse(mail.body).path).toBe('/gmail/v1/users/me/profile?a=1');
});

test('a test may answer in Google’s place, until it takes that back', async () => {
  const sites = await startSites();
  const stop = sites.intercept(
    ({ url }) => url.pathname === '/token',
    async () => answer(429, { error: 'slow down' }, { 'retry-after': '7' }),
  );

  const during = await ask(sites, 'oauth2.googleapis.com', '/token', '');
  stop();
  const after = await ask(sites, 'oauth2.googleapis.com', '/token', '');

  expect([during.status, after.status]).toEqual([429, 200]);
});

test('a connection may break after the effect', async () => {
  const sites = await startSites();
  sites.intercept(
    () => true,
    async ({ forward }) => {
      await forward();
      return DROPPED;
    },
  );

  await expect(ask(sites, 'gmail.googleapis.com', '/send', '')).rejects.toThrow();
  expect(sites.requests.map(({ host, url }) => host + url.pathname)).toEqual([
    'gmail.googleapis.com/send',
  ]);
});
