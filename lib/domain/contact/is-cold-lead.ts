import { DAY, type Instant } from '@/lib/time/instant';
import type { Contact } from './contact';

/**
 * Did a list import bring the contact lately, without any answer since?
 *
 * @param days for how long such a lead counts as cold
 * @example isColdLead({ importedAt: now }, { days: 30, now }) // true
 */
export function isColdLead(
  { importedAt, engagedAt }: Pick<Contact, 'importedAt' | 'engagedAt'>,
  { days, now }: { readonly days: number; readonly now: Instant },
): boolean {
  if (importedAt === undefined || engagedAt !== undefined) return false;
  return now - importedAt < days * DAY;
}
