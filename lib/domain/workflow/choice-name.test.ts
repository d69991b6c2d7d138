import { describe, expect, test } from 'vitest';
import { aContact, NOW, zone } from '@/test/support/builders';
import { choiceName, hasChoiceNames } from './choice-name';
import { holds } from './holds';
import { definitionsFor, KNOWN_PROPERTIES } from './known-properties';
import type { Operation } from './operation';

describe('the label that a page shows', () => {
  test.each([
    ['lifecyclestage', 'Sales qualified lead', 'salesqualifiedlead'],
    ['lifecyclestage', 'Marketing Qualified Lead', 'marketingqualifiedlead'],
    ['hs_lead_status', 'In progress', 'IN_PROGRESS'],
    ['hs_lead_status', 'Attempted to contact', 'ATTEMPTED_TO_CONTACT'],
  ])('of %s, “%s”, is the choice %s', (property, label, name) => {
    expect(choiceName(property, label)).toBe(name);
  });

  test('stays what it is when it is no known choice', () => {
    expect(choiceName('lifecyclestage', 'Champion')).toBe('Champion');
    expect(choiceName('industry', 'In progress')).toBe('In progress');
  });

  test('leads to one choice: no two are spelled alike', () => {
    for (const { name, options = [] } of KNOWN_PROPERTIES) {
      expect(options.map((option) => choiceName(name, option))).toEqual(options);
    }
    expect(hasChoiceNames('hs_lead_status')).toBe(true);
    expect(hasChoiceNames('city')).toBe(false);
  });
});

describe('a filter on an enumeration', () => {
  const operation = (operator: 'IS_ANY_OF' | 'HAS_EVER_BEEN_ANY_OF'): Operation => ({
    operationType: 'ENUMERATION',
    operator,
    values: ['salesqualifiedlead'],
    includeObjectsWithNoValueSet: false,
  });
  const asks = (operator: 'IS_ANY_OF' | 'HAS_EVER_BEEN_ANY_OF') => [
    {
      filters: [
        {
          filterType: 'PROPERTY',
          property: 'lifecyclestage',
          operation: operation(operator),
        } as const,
      ],
    },
  ];
  const env = {
    definitions: definitionsFor(['lifecyclestage']),
    zone: zone('Europe/Warsaw'),
    now: NOW,
  };

  test('understands the label of a page, under HubSpot’s name and the pages’ own', () => {
    for (const name of ['lifecyclestage', 'lifecycle_stage']) {
      const ada = aContact({ properties: { [name]: 'Sales qualified lead' } });
      expect(holds(asks('IS_ANY_OF'), ada, env)).toBe(true);
    }
  });

  test('understands labels of the past', () => {
    const ada = aContact({
      properties: { lifecyclestage: 'Customer' },
      past: { lifecyclestage: { at: NOW, values: ['Sales qualified lead'] } },
    });

    expect(holds(asks('HAS_EVER_BEEN_ANY_OF'), ada, env)).toBe(true);
    expect(holds(asks('IS_ANY_OF'), ada, env)).toBe(false);
  });
});
