import type { MailboxResult } from './mailbox';

/** Where a mailbox gets its access token from. */
export interface TokenSource {
  /** A token that should work now. */
  readonly current: (signal: AbortSignal) => Promise<MailboxResult<string>>;
  /**
   * Another token, because the provider refused this one. However many calls were refused at the
   * same time, in however many contexts: one refresh.
   */
  readonly renew: (refused: string, signal: AbortSignal) => Promise<MailboxResult<string>>;
}
