import type { EmailAddress } from '@/lib/domain/contact/email-address';
import { DAY } from '@/lib/time/instant';
import { aContact, address, aSequence, NOW, sequenceId } from '@/test/support/builders';
import { type RuleRow, testRules } from '@/test/support/rule-rows';
import type { Facts } from './facts';

const REFUSED = { manual: 'refuses', bulk: 'refuses', workflow: 'skips' } as const;
const ASKED = { manual: 'asks', bulk: 'asks', workflow: 'skips' } as const;
const FINE = { manual: 'passes', bulk: 'passes', workflow: 'passes' } as const;

const only = (...emails: EmailAddress[]) => ({ contact: aContact({ emails }) });
const suppressed = (reason: 'optedOut' | 'bounced' | 'blocked' | 'spamComplaint', who: string) => ({
  suppression: { address: who, reason, at: NOW },
});
const endedDaysAgo = (days: number, id = 'sequence-9'): Pick<Facts, 'ended'> => ({
  ended: [{ sequenceId: sequenceId(id), sequenceName: 'Renewal', at: NOW - days * DAY }],
});
const coolOff = (days: number) =>
  aSequence({ settings: { ...aSequence().settings, coolOffDays: days } });
const sameCompany = (rule: 'warn' | 'block' | 'allow') =>
  aSequence({ settings: { ...aSequence().settings, sameCompany: rule } });
const colleague = { name: 'Grace Hopper' };
/** Its ASCII form is longer than DNS allows, which only shows once it is written in ASCII. */
const endlessDomain = address(`ada@${'ż'.repeat(60)}.example.com`);

const addresses: readonly RuleRow[] = [
  {
    sentence: 'a contact without an address is not enrolled',
    code: 'hasAddress',
    reason: 'missing',
    request: only(),
    ...REFUSED,
  },
  {
    sentence: "an address that is not the contact's is not written to",
    code: 'hasAddress',
    reason: 'foreign',
    request: { to: address('eve@example.com') },
    ...REFUSED,
  },
  {
    sentence: 'an address that cannot exist in the mail system is not written to',
    code: 'addressValid',
    reason: 'invalid',
    request: only(endlessDomain),
    ...REFUSED,
  },
  {
    sentence: 'an address outside ASCII is an address',
    code: 'addressValid',
    request: only(address('zażółć@żółw.example.com')),
    ...FINE,
  },
  {
    sentence: 'a role address is asked about',
    code: 'addressValid',
    reason: 'role',
    params: { address: 'info@example.com' },
    request: only(address('info@example.com')),
    ...ASKED,
  },
  {
    sentence: 'a role address with a tag is one, too',
    code: 'addressValid',
    reason: 'role',
    request: only(address('Sales+eu@example.com')),
    ...ASKED,
  },
  {
    sentence: 'a rep does not enroll themselves',
    code: 'ownAddress',
    reason: 'own',
    request: only(address('Rep@example.com')),
    ...REFUSED,
  },
];

const suppression: readonly RuleRow[] = [
  {
    sentence: 'who opted out is never written to',
    code: 'suppressed',
    reason: 'optedOut',
    params: { address: 'ada@example.com' },
    facts: suppressed('optedOut', 'ada@example.com'),
    ...REFUSED,
  },
  {
    sentence: 'an address that bounced is never written to',
    code: 'suppressed',
    reason: 'bounced',
    facts: suppressed('bounced', 'ada@example.com'),
    ...REFUSED,
  },
  {
    sentence: 'a blocked address is never written to',
    code: 'suppressed',
    reason: 'blocked',
    facts: suppressed('blocked', 'ada@example.com'),
    ...REFUSED,
  },
  {
    sentence: 'who complained about spam is never written to',
    code: 'suppressed',
    reason: 'spamComplaint',
    facts: suppressed('spamComplaint', 'ada@example.com'),
    ...REFUSED,
  },
  {
    sentence: 'nobody at a blocked domain is written to, and the domain is named',
    code: 'suppressed',
    reason: 'blocked',
    params: { address: '@example.com' },
    facts: suppressed('blocked', '@example.com'),
    ...REFUSED,
  },
];

const history: readonly RuleRow[] = [
  {
    sentence:
      'a contact in one sequence is not enrolled in another, and it says which, where and whose',
    code: 'alreadyEnrolled',
    reason: 'held',
    params: { sequence: 'Renewal', step: 2, steps: 3, owner: 'boss@example.com' },
    facts: { held: { sequenceName: 'Renewal', step: 2, steps: 3, owner: 'boss@example.com' } },
    ...REFUSED,
  },
  {
    sentence: 'a contact who left any sequence 10 days ago is asked about',
    code: 'recentlyEnrolled',
    reason: 'any',
    params: { sequence: 'Renewal', days: 10, limit: 30 },
    facts: endedDaysAgo(10),
    ...ASKED,
  },
  {
    sentence: 'a contact who left a sequence 30 days ago has cooled off',
    code: 'recentlyEnrolled',
    facts: endedDaysAgo(30),
    ...FINE,
  },
  {
    sentence: "a sequence's own days to cool off count for that sequence",
    code: 'recentlyEnrolled',
    reason: 'sequence',
    params: { days: 60, limit: 90 },
    facts: { sequence: coolOff(90), ...endedDaysAgo(60, 'sequence-1') },
    ...ASKED,
  },
  {
    sentence: "a sequence's own days to cool off do not count for another",
    code: 'recentlyEnrolled',
    facts: { sequence: coolOff(90), ...endedDaysAgo(60) },
    ...FINE,
  },
  {
    sentence: 'without any days to cool off nobody is asked',
    code: 'recentlyEnrolled',
    facts: { ...endedDaysAgo(0), rules: { coolOffDays: 0, coldLeadDays: 30 } },
    ...FINE,
  },
];

const cold = { contact: aContact({ importedAt: NOW - 5 * DAY }) };
const leads: readonly RuleRow[] = [
  {
    sentence: 'a lead imported 5 days ago who never answered is asked about',
    code: 'coldLead',
    reason: 'cold',
    params: { days: 5, limit: 30 },
    request: cold,
    ...ASKED,
  },
  {
    sentence: 'a workflow may be told to enroll cold leads',
    code: 'coldLead',
    reason: 'cold',
    request: { ...cold, allowColdLeads: true },
    ...ASKED,
    workflow: 'passes',
  },
  {
    sentence: 'an imported lead who answered is not cold',
    code: 'coldLead',
    request: { contact: aContact({ importedAt: NOW - DAY, engagedAt: NOW }) },
    ...FINE,
  },
  {
    sentence: 'a lead imported 30 days ago is not cold any more',
    code: 'coldLead',
    request: { contact: aContact({ importedAt: NOW - 30 * DAY }) },
    ...FINE,
  },
];

const companies: readonly RuleRow[] = [
  {
    sentence: 'a colleague in the same sequence is asked about',
    code: 'sameCompany',
    reason: 'colleague',
    params: { name: 'Grace Hopper', sequence: 'Introduction' },
    facts: { sequence: sameCompany('warn'), colleague },
    ...ASKED,
  },
  {
    sentence: 'a sequence may refuse colleagues',
    code: 'sameCompany',
    reason: 'colleague',
    facts: { sequence: sameCompany('block'), colleague },
    ...REFUSED,
  },
  {
    sentence: 'a sequence may allow colleagues',
    code: 'sameCompany',
    facts: { sequence: sameCompany('allow'), colleague },
    ...FINE,
  },
  {
    sentence: 'a free-mail domain is no company',
    code: 'sameCompany',
    request: { contact: freeMail() },
    facts: { sequence: sameCompany('block'), colleague },
    ...FINE,
  },
];

function freeMail() {
  const { company: _none, ...contact } = aContact({ emails: [address('ada@gmail.com')] });
  return contact;
}

testRules([...addresses, ...suppression, ...history, ...leads, ...companies]);
