import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { ConnectedKind, MailboxKind } from '@/lib/domain/sender/sender';
import type { Clock } from '@/lib/time/clock';
import type { Calendar } from './calendars/calendar';
import type { CalendarRequest } from './calendars/calendar-request';
import { createGoogleCalendar } from './calendars/google-calendar';
import { createGraphCalendar } from './calendars/graph-calendar';
import { createGmailMailbox } from './gmail/create-gmail-mailbox';
import { googleService } from './gmail/oauth/google-service';
import { revoke } from './gmail/oauth/revoke';
import type { Mailbox } from './mailbox';
import type { OAuthClient, OAuthService } from './oauth/oauth-service';
import { createOutlookMailbox } from './outlook/create-outlook-mailbox';
import { ANY_TENANT, microsoftService } from './outlook/oauth/microsoft-service';
import type { TokenSource } from './token-source';

/** A provider whose mailboxes a rep connects by signing in. */
export interface MailboxProvider {
  readonly service: (client: OAuthClient) => OAuthService;
  readonly open: (access: {
    readonly fetch: typeof globalThis.fetch;
    readonly tokens: TokenSource;
    readonly clock: Clock;
  }) => Mailbox;
  /** The calendar of the same account, with the same tokens. */
  readonly calendar: (request: CalendarRequest) => Calendar;
  /** The vault's name for the tokens of an address: one address may have mailboxes at two. */
  readonly account: (address: EmailAddress) => string;
  /** Tells the provider to forget the grant, where it lets itself be told. */
  readonly revoke?: (
    fetch: typeof globalThis.fetch,
    token: string,
    signal: AbortSignal,
  ) => Promise<unknown>;
}

/** Every provider that can be connected. A new one is a folder here and a line in this table. */
export const PROVIDERS = {
  gmail: {
    service: () => googleService,
    open: createGmailMailbox,
    calendar: createGoogleCalendar,
    account: (address) => address,
    revoke,
  },
  outlook: {
    service: ({ tenant = ANY_TENANT }) => microsoftService(tenant),
    open: createOutlookMailbox,
    calendar: createGraphCalendar,
    account: (address) => `outlook:${address}`,
  },
} satisfies Readonly<Record<ConnectedKind, MailboxProvider>>;

/** `undefined` for a mailbox that nobody connects. */
export function providerOf(kind: MailboxKind): MailboxProvider | undefined {
  return kind === 'compose' ? undefined : PROVIDERS[kind];
}
