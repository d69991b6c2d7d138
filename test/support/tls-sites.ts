import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import {
  DROPPED,
  type Outcome,
  readRequest,
  type SiteRequest,
  type SiteResponse,
  writeOutcome,
} from './exchange.ts';
import { forward } from './forward.ts';
import { MICROSOFT_HOSTS, type Microsoft } from './microsoft.ts';

const GOOGLE_HOSTS = [
  'gmail.googleapis.com',
  'oauth2.googleapis.com',
  'accounts.google.com',
  'www.googleapis.com',
];

/** What a test may do with one request to Google or Microsoft: pass it on, wait, answer by itself, or break it. */
export type Interceptor = (exchange: {
  readonly request: SiteRequest;
  readonly forward: () => Promise<SiteResponse>;
}) => Promise<Outcome>;

export interface TlsSites {
  readonly port: number;
  /** Every request so far, oldest first. */
  readonly requests: readonly SiteRequest[];
  /** The newest interceptor that matches a request gets it. Returns how to take it back. */
  readonly intercept: (
    match: (request: SiteRequest) => boolean,
    interceptor: Interceptor,
  ) => () => void;
  readonly close: () => Promise<void>;
}

export interface TlsSitesOptions {
  /** Where Google's stand-in listens. */
  readonly google: string;
  /** Microsoft's stand-in, if there is one. */
  readonly microsoft?: Pick<Microsoft, 'handle'>;
  /** The page for a host and a URL, `undefined` for none. */
  readonly page: (host: string, url: URL) => SiteResponse | undefined;
}

/**
 * The hosts of the outside world over TLS on one local port: Google's go to the emulator, Microsoft's
 * to its stand-in, the others to the synthetic pages. Nothing leaves the machine.
 */
export async function startTlsSites({
  google,
  microsoft,
  page,
}: TlsSitesOptions): Promise<TlsSites> {
  const pems = await generate([{ name: 'commonName', value: 'sites.example.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const requests: SiteRequest[] = [];
  const interceptors: {
    match: (request: SiteRequest) => boolean;
    interceptor: Interceptor;
  }[] = [];

  /** How a provider's stand-in is asked; `undefined` for any other host. */
  function passOn(request: SiteRequest): (() => Promise<SiteResponse>) | undefined {
    if (GOOGLE_HOSTS.includes(request.host)) return () => forward(request, google);
    const isMicrosoft = MICROSOFT_HOSTS.some((host) => host === request.host);
    return microsoft && isMicrosoft ? async () => microsoft.handle(request) : undefined;
  }

  async function answer(request: SiteRequest): Promise<Outcome> {
    const pass = passOn(request);
    if (pass === undefined) return page(request.host, request.url) ?? NOT_FOUND;
    const found = interceptors.findLast(({ match }) => match(request));
    return found ? found.interceptor({ request, forward: pass }) : pass();
  }

  const server = createServer(
    { key: pems.private, cert: pems.cert },
    async (incoming, outgoing) => {
      try {
        const request = await readRequest(incoming);
        requests.push(request);
        writeOutcome(outgoing, await answer(request));
      } catch {
        // The browser went away in the middle, or the emulator is closing.
        writeOutcome(outgoing, DROPPED);
      }
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: portOf(server.address()),
    requests,
    intercept: (match, interceptor) => {
      const entry = { match, interceptor };
      interceptors.push(entry);
      return () => void interceptors.splice(interceptors.indexOf(entry), 1);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const NOT_FOUND: SiteResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'Not found',
};

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  return address.port;
}
