import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { TokenVault } from '@/lib/mailboxes/token-vault';
import type { Clock } from '@/lib/time/clock';
import { MINUTE, SECOND } from '@/lib/time/instant';
import { decryptSecret, encryptSecret } from './encrypt-secret';
import type { SecretShelf } from './secrets';

/** A token that ends sooner is not handed out: the request must still arrive in time. */
const MARGIN = MINUTE;

const accessSchema = v.object({ token: v.string(), expiresAt: v.number() });

const accessKey = (account: string) => `accessToken:${account}`;
/** Under which id the refresh token of an account is kept. */
export const refreshId = (account: string) => `refreshToken:${account}`;

/**
 * Access tokens live in `storage.session`: memory only, closed to content scripts. Refresh tokens
 * are encrypted, each with a key of its own that cannot leave this browser profile.
 */
export function createTokenVault({
  shelf,
  clock,
}: {
  readonly shelf: SecretShelf;
  readonly clock: Clock;
}): TokenVault {
  return {
    async readAccess(account) {
      const key = accessKey(account);
      const stored = await browser.storage.session.get(key);
      const parsed = v.safeParse(accessSchema, stored[key]);
      const isUsable = parsed.success && parsed.output.expiresAt - MARGIN > clock.now();
      return isUsable ? parsed.output.token : undefined;
    },
    async writeAccess(account, token, expiresInSeconds) {
      const expiresAt = clock.now() + expiresInSeconds * SECOND;
      await browser.storage.session.set({ [accessKey(account)]: { token, expiresAt } });
    },
    dropAccess: (account) => browser.storage.session.remove(accessKey(account)),
    async readRefresh(account) {
      const secret = await shelf.get(refreshId(account));
      return secret === undefined ? undefined : decryptSecret(secret);
    },
    async writeRefresh(account, token) {
      await shelf.put(await encryptSecret(refreshId(account), token));
    },
    async clear(account) {
      await browser.storage.session.remove(accessKey(account));
      await shelf.delete(refreshId(account));
    },
  };
}
