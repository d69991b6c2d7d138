import { once } from 'node:events';
import { createServer } from 'node:http';
import { createEmulator } from 'emulate';
import { createGoogleFront } from './google-front.ts';
import { createGoogleInbox, type Delivery, type StoredMessage } from './google-inbox.ts';
import { bookMeeting } from './google-meeting.ts';
import { approveSignIn } from './google-sign-in.ts';

export interface GoogleOptions {
  readonly users: readonly { readonly email: string; readonly name: string }[];
  readonly clients: readonly {
    readonly id: string;
    readonly secret: string;
    readonly redirectUris: readonly string[];
  }[];
}

export interface Google {
  /** Where everything of Google's is served: sign-in, tokens and Gmail, by their own paths. */
  readonly origin: string;
  readonly close: () => Promise<void>;
  /** Somebody writes to a user: the message lies in the inbox when this resolves. */
  readonly deliver: (message: Delivery) => Promise<StoredMessage>;
  /** Everything that is in a user's mailbox, newest first, drafts and sent mail included. */
  readonly mailbox: (user: string) => Promise<readonly StoredMessage[]>;
  /** Signs in on the real page as a person would and returns where the window was sent. */
  readonly approve: (
    authUrl: string,
    user: string,
    options?: { readonly scope?: string },
  ) => Promise<string>;
  /** A user makes a meeting, or somebody books one through the user's booking page. */
  readonly book: (user: string, guests: readonly string[]) => Promise<void>;
  /** The user removes our access on their account page. */
  readonly revokeAccess: (user: string) => void;
  /** An hour passes: access tokens stop working, refresh tokens go on. */
  readonly expireAccess: (user: string) => void;
  /** What stands in Gmail's settings under "Send mail as". */
  readonly setSendAs: (user: string, entries: readonly object[]) => void;
  /** Gmail forgets its history up to now, as it does after about a week. */
  readonly forgetHistory: (user: string) => Promise<void>;
}

/** Rig tokens, one per user, by which tests look into mailboxes. */
const rigToken = (user: string) => `rig-${user}`;

/** Starts Google on this machine: the emulator, and in front of it what the emulator lacks. */
export async function startGoogle({ users, clients }: GoogleOptions): Promise<Google> {
  const emulator = await createEmulator({
    service: 'google',
    port: 0,
    seed: {
      tokens: Object.fromEntries(users.map(({ email }) => [rigToken(email), { login: email }])),
      google: {
        users,
        oauth_clients: clients.map(({ id, secret, redirectUris }) => ({
          client_id: id,
          client_secret: secret,
          name: 'Sequence Overlay',
          redirect_uris: redirectUris,
        })),
      },
    },
  });
  const front = createGoogleFront(
    emulator.url,
    new Map(users.map(({ email }) => [rigToken(email), email])),
  );
  const server = createServer(front.handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  const origin = `http://127.0.0.1:${address.port}`;
  const inbox = createGoogleInbox(origin, rigToken);

  return {
    origin,
    deliver: inbox.deliver,
    mailbox: inbox.read,
    approve: (authUrl, user, options) => approveSignIn(origin, authUrl, { user, ...options }),
    book: (user, guests) => bookMeeting(origin, rigToken(user), [user, ...guests]),
    revokeAccess: front.revokeAccess,
    expireAccess: front.expireAccess,
    setSendAs: front.setSendAs,
    forgetHistory: async (user) => front.forgetHistory(user, await inbox.historyId(user)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await emulator.close();
    },
  };
}
