import type { TokenVault } from '@/lib/mailboxes/token-vault';

/** A vault that forgets with the test. Tokens end only when somebody says so. */
export function memoryVault(): TokenVault {
  const access = new Map<string, string>();
  const refresh = new Map<string, string>();
  return {
    readAccess: async (account) => access.get(account),
    writeAccess: async (account, token) => void access.set(account, token),
    dropAccess: async (account) => void access.delete(account),
    readRefresh: async (account) => refresh.get(account),
    writeRefresh: async (account, token) => void refresh.set(account, token),
    clear: async (account) => {
      access.delete(account);
      refresh.delete(account);
    },
  };
}
