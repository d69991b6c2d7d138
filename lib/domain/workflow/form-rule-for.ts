import { addressKey } from '@/lib/domain/contact/email-address';
import { headerAddresses } from '@/lib/domain/message/header-addresses';
import type { FormRule } from './form-rule';
import { fold } from './values/fold';

/**
 * The first rule that a message fits, by its sender and its subject. Anybody may write both: what
 * comes of it is a contact, and whether that one is written to is for workflows and checks.
 *
 * @param headers names in lower case
 * @example formRuleFor(new Map([['from', 'forms@example.com']]), rules)?.form // 'Demo request'
 */
export function formRuleFor(
  headers: ReadonlyMap<string, string>,
  rules: readonly FormRule[],
): FormRule | undefined {
  const from = headerAddresses(headers.get('from') ?? '');
  const subject = fold(headers.get('subject') ?? '');
  return rules.find(
    (rule) =>
      from.some((address) => writesAs(address, addressKey(rule.from.trim()))) &&
      subject.includes(fold(rule.subjectContains.trim())),
  );
}

/** As this address, or as anybody at `@domain`. */
function writesAs(address: string, wanted: string): boolean {
  return wanted.startsWith('@') ? address.endsWith(wanted) : address === wanted;
}
