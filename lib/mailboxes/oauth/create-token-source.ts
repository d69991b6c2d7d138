import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import type { TokenSource } from '@/lib/mailboxes/token-source';
import type { TokenVault } from '@/lib/mailboxes/token-vault';
import type { Authorized } from './authorize';
import type { OAuthClient, OAuthService } from './oauth-service';
import { refresh } from './refresh';

export interface TokenDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly vault: TokenVault;
  readonly locks: LockManager;
  /** The vault's name for this mailbox. */
  readonly account: string;
  readonly service: OAuthService;
  readonly client: OAuthClient;
  /** Signs in once more without a person, for services whose long-lived token ends each day. */
  readonly signInSilently: (signal: AbortSignal) => Promise<Authorized>;
}

/**
 * Access tokens for one mailbox. Remembers nothing itself: the token is in the vault, and a lock of
 * the browser lets one context refresh it while the others wait and then find the new one.
 */
export function createTokenSource(deps: TokenDeps): TokenSource {
  return {
    current: async (signal) => {
      const token = await deps.vault.readAccess(deps.account);
      return token === undefined ? refreshOnce(deps, undefined, signal) : ok(token);
    },
    renew: (refused, signal) => refreshOnce(deps, refused, signal),
  };
}

function ok(value: string): MailboxResult<string> {
  return { kind: 'ok', value };
}

async function refreshOnce(
  deps: TokenDeps,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<MailboxResult<string>> {
  const { vault, account } = deps;
  return deps.locks.request(`token:${account}`, { signal }, async () => {
    const known = await vault.readAccess(account);
    if (known !== undefined && known !== refused) return ok(known);
    const refreshToken = await vault.readRefresh(account);
    if (refreshToken === undefined) return { kind: 'expired' };

    const result = await refresh(deps.fetch, { ...deps, refreshToken }, signal);
    if (result.kind === 'silent') return signInAgain(deps, signal);
    if (result.kind !== 'refreshed') {
      if (result.kind === 'revoked') await vault.dropAccess(account);
      return result;
    }
    if (result.refreshToken !== undefined) await vault.writeRefresh(account, result.refreshToken);
    await vault.writeAccess(account, result.accessToken, result.expiresInSeconds);
    return ok(result.accessToken);
  });
}

async function signInAgain(
  { vault, account, signInSilently }: TokenDeps,
  signal: AbortSignal,
): Promise<MailboxResult<string>> {
  const again = await signInSilently(signal);
  if (again.kind === 'failed') {
    // Only a person gets further, unless the page could not even be asked.
    const passes = again.code === 'offline' || again.code === 'unavailable';
    return { kind: passes ? again.code : 'expired' };
  }
  await vault.writeRefresh(account, again.refreshToken);
  await vault.writeAccess(account, again.accessToken, again.expiresInSeconds);
  return ok(again.accessToken);
}
