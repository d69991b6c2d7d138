import type { PersonDraft } from '@/lib/sites/to-person';
import { plainAddress } from './plain-address';

/** A schema.org Person in microdata: `itemprop`s that belong to this item and to no item inside. */
export function microdataPerson(item: Element): PersonDraft {
  const values = (name: string, scope: Element = item) =>
    [...scope.querySelectorAll(`[itemprop~="${name}"]`)]
      .filter((node) => node.parentElement?.closest('[itemscope]') === scope)
      .map(contentOf);
  const inner = (name: string, property: string) => {
    const scope = item.querySelector(`[itemprop~="${name}"][itemscope]`);
    return scope ? values(property, scope)[0] : values(name)[0];
  };
  const given = values('givenName')[0];
  const family = values('familyName')[0];
  return {
    name: values('name')[0] ?? [given, family].filter(Boolean).join(' '),
    emails: values('email').flatMap(plainAddress),
    company: inner('worksFor', 'name'),
    properties: {
      first_name: given,
      last_name: family,
      job_title: values('jobTitle')[0],
      city: inner('address', 'addressLocality'),
    },
  };
}

function contentOf(node: Element): string {
  return (
    node.getAttribute('content') ??
    node.getAttribute('href') ??
    node.textContent ??
    ''
  ).trim();
}
