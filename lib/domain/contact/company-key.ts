import type { Contact } from './contact';
import { isFreeMail } from './is-free-mail';

/** What says how a company is owned and not which it is. */
const LEGAL_FORM =
  /(?: (?:incorporated|inc|llc|llp|ltd|limited|plc|corporation|corp|company|co|gmbh|ag|kg|se|sa|s a|sas|sarl|srl|s r l|spa|s p a|bv|b v|nv|n v|oy|ab|as|aps|pty|sp z o o|sp k|sp j))+$/;

/**
 * What two people at the same company have in common: the domain of their address, or, where that
 * gives anybody a mailbox, the name of the company.
 *
 * @returns `undefined` when nothing tells the company
 * @example companyKeyOf({ emails: ['ada@engines.example.com'], … }) // 'engines.example.com'
 * @example companyKeyOf({ emails: ['ada@gmail.com'], company: 'Engines, Inc.' }) // 'engines'
 */
export function companyKeyOf({
  emails,
  company,
}: Pick<Contact, 'emails' | 'company'>): string | undefined {
  const domains = emails.map((email) => email.slice(email.lastIndexOf('@') + 1).toLowerCase());
  const domain = domains.find((one) => one !== '' && !isFreeMail(one));
  return domain ?? nameKey(company ?? '');
}

function nameKey(company: string): string | undefined {
  const plain = company
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(LEGAL_FORM, '') || undefined;
}
