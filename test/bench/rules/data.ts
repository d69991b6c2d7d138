import type { Contact } from '@/lib/domain/contact/contact';
import type { Rule } from '@/lib/domain/workflow/compile-rules';
import type { Filter } from '@/lib/domain/workflow/filter';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { PropertyDefinition, PropertyType } from '@/lib/domain/workflow/property-definition';
import { DAY } from '@/lib/time/instant';
import { aContact, contactId, NOW, zone } from '../../support/builders';

/** Choices of every enumeration. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  stage: ['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist', 'other'],
  branch: [
    ...['saas', 'fintech', 'retail', 'health', 'legal', 'media'],
    ...['energy', 'travel', 'food', 'gov', 'edu', 'auto'],
  ],
  land: [
    ...['us', 'gb', 'de', 'fr', 'es', 'it', 'nl'],
    ...['se', 'br', 'in', 'au', 'ca', 'jp', 'sg'],
  ],
  status: ['new', 'open', 'in_progress', 'attempted', 'connected', 'bad_timing', 'unqualified'],
  owner: Array.from({ length: 20 }, (_, index) => `owner${index}`),
};
const TITLES = ['Head', 'VP', 'Director', 'Manager', 'Chief', 'Lead', 'Senior', 'Junior'];
const TRADES = [
  ...['Sales', 'Marketing', 'Growth', 'Engineering'],
  ...['Finance', 'Product', 'People', 'Operations'],
];
const FIRMS = ['Acme', 'Globex', 'Initech', 'Umbrella', 'Stark', 'Wayne', 'Hooli'];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  role: [...TITLES, ...TRADES].map((part) => part.toLowerCase()),
  firm: FIRMS.map((firm) => firm.toLowerCase()),
  address: ['gmail', 'corp', '.io', '.com', 'sales@'],
};
const LINKS = ['telephone', 'profile', 'site'];
const KNOWABLE = [...LINKS, 'role', 'owner', 'status'];
const DATES = ['created', 'contacted', 'opened', 'replied', 'met'];
const NUMBERS = ['employees', 'score'];

const typed = (names: readonly string[], type: PropertyType) =>
  names.map((name): [string, PropertyDefinition] => [name, { name, type }]);

export const definitions = new Map([
  ...typed(Object.keys(CHOICES), 'enumeration'),
  ...typed([...Object.keys(PARTS), ...LINKS], 'string'),
  ...typed(DATES, 'datetime'),
  ...typed(NUMBERS, 'number'),
]);

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** People as a CRM has them: most values known, all of them text. */
export function contactsOf(count: number): readonly Contact[] {
  const random = seeded(1);
  return Array.from({ length: count }, (_, index) => {
    const firm = pick(random, FIRMS);
    const properties: Record<string, string> = {
      firm: `${firm} ${pick(random, ['GmbH', 'Inc', 'Ltd'])}`,
      address: `${pick(random, TRADES)}${index}@${firm}${pick(random, ['corp.com', '.io', '.com'])}`,
    };
    for (const [name, choices] of Object.entries(CHOICES)) {
      if (random() < 0.9) properties[name] = pick(random, choices);
    }
    if (random() < 0.85) properties['role'] = `${pick(random, TITLES)} of ${pick(random, TRADES)}`;
    for (const name of LINKS) if (random() < 0.5) properties[name] = `${name}-${index}`;
    for (const name of DATES) {
      if (random() < 0.7) {
        properties[name] = new Date(NOW - Math.floor(random() * 365) * DAY).toISOString();
      }
    }
    for (const name of NUMBERS) {
      if (random() < 0.6) properties[name] = String(Math.floor(random() * 1_000));
    }
    return aContact({ id: contactId(`contact-${index}`), properties });
  });
}

/** One to three groups of two to five filters, as people build them. */
export function rulesOf(count: number): readonly Rule[] {
  const random = seeded(2);
  const upTo = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return Array.from({ length: count }, () => ({
    zone: zone('Europe/Warsaw'),
    groups: Array.from({ length: upTo(1, 3) }, () => ({
      filters: Array.from({ length: upTo(2, 5) }, () => filterOf(random)),
    })),
  }));
}

function filterOf(random: () => number): Filter {
  const filter = (property: string, operation: Operation): Filter => ({
    filterType: 'PROPERTY',
    property,
    operation,
  });
  const includeObjectsWithNoValueSet = false;
  const dice = random();
  if (dice < 0.4) {
    const property = pick(random, Object.keys(CHOICES));
    const choices = CHOICES[property] ?? [];
    const values = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      pick(random, choices),
    );
    const operator = 'IS_ANY_OF';
    return filter(property, {
      operationType: 'ENUMERATION',
      operator,
      values: [...new Set(values)],
      includeObjectsWithNoValueSet,
    });
  }
  if (dice < 0.6) {
    const property = pick(random, Object.keys(PARTS));
    const value = pick(random, PARTS[property] ?? []);
    const operator = 'CONTAINS';
    return filter(property, {
      operationType: 'STRING',
      operator,
      value,
      includeObjectsWithNoValueSet,
    });
  }
  if (dice < 0.75) {
    const operator = 'IS_KNOWN';
    return filter(pick(random, KNOWABLE), {
      operationType: 'ALL_PROPERTY',
      operator,
      includeObjectsWithNoValueSet,
    });
  }
  if (dice < 0.85) {
    const operator = 'IS_GREATER_THAN';
    return filter(pick(random, NUMBERS), {
      operationType: 'NUMBER',
      operator,
      value: Math.floor(random() * 20) * 50,
      includeObjectsWithNoValueSet,
    });
  }
  const operator = 'IS_MORE_THAN_X_DAYS_AGO';
  return filter(pick(random, DATES), {
    operationType: 'ROLLING_DATE_RANGE',
    operator,
    numberOfDays: 7 + Math.floor(random() * 180),
    includeObjectsWithNoValueSet,
  });
}
