import type { PersonDraft } from '@/lib/sites/to-person';
import { zoneName } from '@/lib/sites/zone-name';
import { plainAddress } from './plain-address';
import { HCARD } from './selectors';

/** A person in vCard markup: classic hCard names and those of microformats 2. */
export function hcardPerson(card: Element): PersonDraft {
  const nodes = (css: string) =>
    // A card inside a card is somebody else, or the company.
    [...card.querySelectorAll(css)].filter((node) => node.parentElement?.closest(HCARD) === card);
  const text = (css: string) => nodes(css)[0]?.textContent?.trim();
  const organization = nodes('.org, .p-org')[0];
  return {
    name: text('.fn, .p-name'),
    emails: nodes('.email, .u-email').flatMap((node) =>
      plainAddress(
        node.getAttribute('href') ??
          node.querySelector('.value')?.textContent ??
          node.textContent ??
          '',
      ),
    ),
    company: (
      organization?.querySelector('.organization-name, .p-name') ?? organization
    )?.textContent?.trim(),
    zone: zoneName(text('.tz')),
    properties: {
      first_name: text('.given-name, .p-given-name'),
      last_name: text('.family-name, .p-family-name'),
      job_title: text('.title, .p-job-title, .role, .p-role'),
      city: text('.locality, .p-locality'),
      country: text('.country-name, .p-country-name'),
    },
  };
}
