import {
  addressKey,
  type EmailAddress,
  parseEmailAddress,
} from '@/lib/domain/contact/email-address';
import { isFreeMail } from '@/lib/domain/contact/is-free-mail';
import { cleanText, type Person } from '@/lib/domain/contact/person';
import { headerAddresses } from '@/lib/domain/message/header-addresses';
import { formFields } from './form-fields';
import type { FormRule } from './form-rule';
import { formRuleFor } from './form-rule-for';

/** A message that may tell of a form. */
export interface FormMail {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Its text, if it has been read: only needed where nobody is to be answered. */
  readonly text?: string | undefined;
  /** The rep's own addresses, who never filled anything in. */
  readonly own?: readonly string[] | undefined;
}

export interface FormSubmission {
  readonly form: string;
  readonly person: Person;
}

/** No form tool writes more; a hostile message is not read further. */
const READ = 50_000;
const ANY_ADDRESS = /[^\s@<>"'(),:;[\]\\]{1,64}@[^\s@<>"'(),:;[\]\\]{3,253}/gu;
const MACHINE = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)@/;

/**
 * Who has filled in which form, from the mail that tells of it: whom an answer would go to, else
 * whose address its text gives. Never the form tool itself, nor the rep.
 *
 * @returns `undefined` when no rule fits or nobody is named; then its text may still name them
 * @example submissionOf({ headers, text: 'Email: ada@example.com' }, rules)?.person.emails
 */
export function submissionOf(
  mail: FormMail,
  rules: readonly FormRule[],
): FormSubmission | undefined {
  const rule = formRuleFor(mail.headers, rules);
  if (rule === undefined) return undefined;
  const text = mail.text?.slice(0, READ) ?? '';
  const fields = formFields(text);
  const { address, name } = answered(mail) ?? named(mail, fields.email, text) ?? {};
  if (address === undefined) return undefined;
  const person: Person = {
    name: fields.name ?? name ?? '',
    emails: [address],
    ...(fields.company !== undefined && { company: fields.company }),
    properties: {},
  };
  return { form: rule.form, person };
}

interface Submitter {
  readonly address: EmailAddress;
  readonly name?: string;
}

function answered(mail: FormMail): Submitter | undefined {
  const header = mail.headers.get('reply-to') ?? '';
  const machines = notThem(mail);
  const address = headerAddresses(header)
    .filter((one) => !machines.has(one) && !MACHINE.test(one))
    .map(parseEmailAddress)
    .find((one) => one !== undefined);
  if (address === undefined) return undefined;
  const name = nameBefore(header, address);
  return { address, ...(name !== undefined && { name }) };
}

/** The address that the text itself calls one comes first. */
function named(mail: FormMail, labeled: string | undefined, text: string): Submitter | undefined {
  const machines = notThem(mail);
  const tools = headerAddresses(mail.headers.get('from') ?? '').map(domainOf);
  const address = [labeled ?? '', ...(text.match(ANY_ADDRESS) ?? [])]
    .map((one) => parseEmailAddress(one.replace(/[.!?]+$/, '')))
    .filter((one) => one !== undefined)
    .find((one) => {
      const key = addressKey(one);
      return !machines.has(key) && !MACHINE.test(key) && !tools.some((tool) => isIn(key, tool));
    });
  return address && { address };
}

/** Addresses of those who told and of those who were told. */
function notThem({ headers, own = [] }: FormMail): ReadonlySet<string> {
  const told = ['from', 'to'].flatMap((header) => headerAddresses(headers.get(header) ?? ''));
  return new Set([...told, ...own.map(addressKey)]);
}

/** In the tool's domain, unless anybody may have a mailbox there. */
function isIn(address: string, tool: string): boolean {
  const domain = domainOf(address);
  return !isFreeMail(tool) && (domain === tool || domain.endsWith(`.${tool}`));
}

function domainOf(key: string): string {
  return key.slice(key.lastIndexOf('@') + 1);
}

/** A display name, where the header is as plain as `Ada Lovelace <ada@example.com>`. */
function nameBefore(header: string, address: string): string | undefined {
  const plain = /^\s*"?([^"<>,=?@]{1,200}?)"?\s*<([^<>]*)>\s*$/.exec(header.slice(0, 1_000));
  if (plain?.[2] === undefined || addressKey(plain[2].trim()) !== addressKey(address))
    return undefined;
  return cleanText(plain[1] ?? '', 200) || undefined;
}
