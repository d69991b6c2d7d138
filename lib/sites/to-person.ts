import { cleanText, type Person, type SiteRef } from '@/lib/domain/contact/person';

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

/**
 * Text of a page becomes a person here and nowhere else: cleaned, shortened, empty parts left out. By
 * hand, so that pages carry no schema library; `personSchema` reads the same again in the worker.
 */
export function toPerson(draft: PersonDraft): Person | undefined {
  const { ref } = draft;
  if (ref && !isUsable(ref)) return undefined;
  const company = cleanText(draft.company ?? '', 200);
  const zone = cleanText(draft.zone ?? '', 64);
  return {
    ...(ref && { ref }),
    name: cleanText(draft.name ?? '', 200),
    emails: unique(draft.emails)
      .slice(0, MOST_ADDRESSES)
      .map((email) => cleanText(email, 320)),
    ...(company !== '' && { company }),
    ...(zone !== '' && { zone }),
    properties: cleanProperties(draft.properties ?? {}),
  };
}

function cleanProperties(properties: NonNullable<PersonDraft['properties']>) {
  const clean: Record<string, string> = {};
  for (const [key, value] of Object.entries(properties)) {
    const text = cleanText(value ?? '', 1_000);
    if (text !== '' && key.length <= 64) clean[key] = text;
  }
  return clean;
}

function isUsable({ site, account, recordId }: SiteRef): boolean {
  const parts = [site, account, recordId];
  return recordId !== '' && parts.every((part) => part.length <= 128 && part.isWellFormed());
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
