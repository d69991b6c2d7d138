import type { CrmContact } from '../../support/more-contacts.ts';

const NEAR = { hs_timezone: 'Europe/Warsaw' };
const aContact = (firstname: string, email: string, more: CrmContact = {}): CrmContact => ({
  firstname,
  lastname: 'Rule',
  email,
  company: `${firstname} & Co`,
  ...NEAR,
  ...more,
});

/** One contact of the CRM for every rule about contacts, so that no case disturbs another. */
export const RULE_CONTACTS = {
  101: aContact('Ida', 'info@ida.example.com'),
  102: aContact('Long', `${'ż'.repeat(64)}@long.example.com`),
  103: aContact('Robin', 'rep@example.com'),
  104: aContact('Opted', 'opted@opted.example.com'),
  105: aContact('Bounced', 'bounced@bounced.example.com'),
  106: aContact('Blocked', 'anybody@blocked.example.com'),
  107: aContact('Spam', 'spam@spam.example.com'),
  108: aContact('Held', 'held@held.example.com'),
  109: aContact('Again', 'again@again.example.com'),
  110: aContact('Lately', 'lately@lately.example.com'),
  111: aContact('Cold', 'cold@cold.example.com'),
  112: aContact('Second', 'second@looms.example.com'),
  113: aContact('First', 'first@looms.example.com'),
  114: aContact('Pia', 'pia@pia.example.com'),
  115: aContact('Owned', 'owned@owned.example.com', { hubspot_owner_email: 'kim@example.com' }),
  116: aContact('Lost', 'lost@lost.example.com', { hubspot_owner_email: 'kim@example.com' }),
} as const satisfies Readonly<Record<number, CrmContact>>;

export type RuleContact = keyof typeof RULE_CONTACTS;

/** A contact as its record page shows it, for messages that a page would send. */
export function personOf(record: RuleContact) {
  const { firstname, email, company, hs_timezone: zone } = RULE_CONTACTS[record];
  return {
    ref: { site: 'hubspot', account: '4711', recordId: String(record) },
    name: `${firstname} Rule`,
    emails: email === undefined ? [] : [email],
    ...(company !== undefined && { company }),
    ...(zone !== undefined && { zone }),
  };
}
