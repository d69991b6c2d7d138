import type { Sender } from './sender';

/** What the local engine sends for one sender in 24 hours, whatever the provider would allow. */
export const ENGINE_LIMIT = 1_000;

/** Emails per rolling 24 hours: the smallest of engine, provider and admin limit. `hubspot.md` 2.5. */
export function senderLimit({
  dailyLimit,
  adminLimit,
}: Pick<Sender, 'dailyLimit' | 'adminLimit'>): number {
  return Math.min(ENGINE_LIMIT, dailyLimit, adminLimit ?? ENGINE_LIMIT);
}
