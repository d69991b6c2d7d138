import * as v from 'valibot';
import { type Person, personSchema, type SiteRef } from '@/lib/domain/contact/person';

/** What an adapter found, as the page has it. */
export interface PersonDraft {
  readonly ref?: SiteRef | undefined;
  readonly name?: string | null | undefined;
  readonly emails: readonly string[];
  readonly company?: string | undefined;
  readonly zone?: string | undefined;
  readonly properties?: Readonly<Record<string, string | undefined>> | undefined;
}

const MOST_ADDRESSES = 20;

/** Text of a page becomes a person here and nowhere else: cleaned, shortened, empty parts left out. */
export function toPerson(draft: PersonDraft): Person | undefined {
  const parsed = v.safeParse(personSchema, {
    ref: draft.ref,
    name: draft.name ?? '',
    emails: unique(draft.emails).slice(0, MOST_ADDRESSES),
    company: draft.company?.trim() || undefined,
    zone: draft.zone?.trim() || undefined,
    properties: Object.fromEntries(
      Object.entries(draft.properties ?? {}).filter(
        ([key, value]) => value?.trim() && key.length <= 64,
      ),
    ),
  });
  return parsed.success ? parsed.output : undefined;
}

/** First spelling wins; `Ada@example.com` and `ada@example.com` are one mailbox in practice. */
function unique(emails: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const email of emails) {
    const text = email.trim();
    if (text !== '' && !seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  }
  return [...seen.values()];
}
