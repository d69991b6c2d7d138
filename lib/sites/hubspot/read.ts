import type { PageIdentity, PageReading } from '@/lib/sites/adapter';
import { firstVisible } from '@/lib/sites/query';
import { toPerson } from '@/lib/sites/to-person';
import { addressAsName, addressesIn } from './addresses-in';
import { draftOf } from './draft-of';
import { EMAIL_PROPERTIES } from './properties';
import { readProperties } from './read-properties';
import { COMPANY_CHIP, HIGHLIGHT_CARD, HIGHLIGHT_EMAIL, NAME } from './selectors';
import { shownValue } from './shown-value';

/** The contact whose record is open. Nobody while the record is loading or does not exist. */
export function readHubspot(document: Document, page: PageIdentity): PageReading {
  if (page.kind !== 'record') return { people: [], drift: [] };
  const card = firstVisible(document, HIGHLIGHT_CARD);
  const properties = readProperties(document);
  if (!card && properties.size === 0) return { people: [], drift: ['highlight-card'] };

  const title = card && firstVisible(card, NAME);
  const highlighted = card && firstVisible(card, HIGHLIGHT_EMAIL);
  const chip = firstVisible(document, COMPANY_CHIP);
  const person = toPerson(
    draftOf({
      ref: page.ref,
      title: title && shownValue(title),
      emails: [
        ...addressesIn(highlighted && shownValue(highlighted)),
        ...EMAIL_PROPERTIES.flatMap((name) => addressesIn(properties.get(name))),
        // Without a name HubSpot shows the address in its place.
        ...addressAsName(title && shownValue(title)),
      ],
      company: chip?.textContent ?? undefined,
      properties,
    }),
  );
  return {
    people: person ? [person] : [],
    drift: [...(card ? [] : ['highlight-card']), ...(card && !title ? ['highlight-title'] : [])],
  };
}
