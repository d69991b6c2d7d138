import type { PersonDraft } from '@/lib/sites/to-person';
import { JSON_LD } from './selectors';

const LONGEST_SCRIPT = 500_000;
const MOST_NODES = 5_000;
const DEEPEST = 8;

/** People with an address in the page's JSON-LD, at any depth. */
export function jsonLdPeople(document: Document): readonly PersonDraft[] {
  const scripts = [...document.querySelectorAll(JSON_LD)];
  return scripts.flatMap((script) => {
    const text = script.textContent ?? '';
    return text.length > LONGEST_SCRIPT ? [] : peopleIn(parse(text));
  });
}

type Node = { readonly [key: string]: unknown };

function peopleIn(root: unknown): readonly PersonDraft[] {
  const people: PersonDraft[] = [];
  let left = MOST_NODES;
  const visit = (value: unknown, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
    } else if (isNode(value)) {
      if (isPerson(value)) people.push(draftOf(value));
      for (const inner of Object.values(value)) visit(inner, depth + 1);
    }
  };
  visit(root, 0);
  return people.filter(({ emails }) => emails.length > 0);
}

function draftOf(node: Node): PersonDraft {
  const given = textOf(node['givenName']);
  const family = textOf(node['familyName']);
  return {
    name: textOf(node['name']) ?? [given, family].filter(Boolean).join(' '),
    emails: [node['email']]
      .flat()
      .flatMap((email) => textOf(email)?.replace(/^mailto:/i, '') ?? []),
    company: textOf(node['worksFor']) ?? textOf(node['affiliation']),
    properties: {
      first_name: given,
      last_name: family,
      job_title: textOf(node['jobTitle']),
      city: isNode(node['address']) ? textOf(node['address']['addressLocality']) : undefined,
      country: isNode(node['address']) ? textOf(node['address']['addressCountry']) : undefined,
    },
  };
}

/** Text, or the name of the thing that stands where text was expected. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textOf(value[0]);
  return isNode(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
}

function isPerson(node: Node): boolean {
  return [node['@type']]
    .flat()
    .some((type) => typeof type === 'string' && /(^|\/)Person$/.test(type));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
