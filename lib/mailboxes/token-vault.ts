/** What keeps a rep signed in to a mailbox. Never leaves the extension's own contexts. */
export interface TokenVault {
  /** The short-lived token, kept in memory only (`storage.session`). */
  readonly readAccess: (account: string) => Promise<string | undefined>;
  readonly writeAccess: (account: string, token: string, expiresInSeconds: number) => Promise<void>;
  readonly dropAccess: (account: string) => Promise<void>;
  /** The long-lived token, encrypted at rest with a key that cannot be exported. */
  readonly readRefresh: (account: string) => Promise<string | undefined>;
  readonly writeRefresh: (account: string, token: string) => Promise<void>;
  /** Forgets both. */
  readonly clear: (account: string) => Promise<void>;
}
