import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { holds } from '@/lib/domain/workflow/holds';
import { operationSchema } from '@/lib/domain/workflow/operation';
import { DAY } from '@/lib/time/instant';
import { aContact, NOW } from '@/test/support/builders';
import { definitions, WARSAW } from '@/test/support/passes-filter';
import { aFilter, groupsOf } from '@/test/support/workflow-builders';

describe('a property’s last change', () => {
  const updated = (operator: string) => ({
    operationType: 'ROLLING_PROPERTY_UPDATED',
    operator,
    numberOfDays: 7,
  });
  const ask = (operator: string, contact: object) =>
    holds(
      groupsOf([aFilter('industry', v.parse(operationSchema, updated(operator)))]),
      aContact(contact),
      {
        definitions,
        zone: WARSAW,
        now: NOW,
      },
    );

  test.each([
    ['a week ago', 7, true],
    ['eight days ago', 8, false],
  ])('that was %s', (_, days, inLast) => {
    const contact = {
      properties: { industry: 'SaaS' },
      past: { industry: { at: NOW - days * DAY, values: ['Retail'] } },
    };

    expect(ask('UPDATED_IN_LAST_X_DAYS', contact)).toBe(inLast);
    expect(ask('NOT_UPDATED_IN_LAST_X_DAYS', contact)).toBe(!inLast);
  });

  test('is when we got to know the contact if there has been none since', () => {
    const contact = { properties: { industry: 'SaaS' }, createdAt: NOW - 30 * DAY };

    expect(ask('UPDATED_IN_LAST_X_DAYS', contact)).toBe(false);
    expect(ask('NOT_UPDATED_IN_LAST_X_DAYS', contact)).toBe(true);
  });

  test('counts when it was emptied, and nothing that never was', () => {
    const emptied = { past: { industry: { at: NOW - DAY, values: ['Retail'] } } };

    expect(ask('UPDATED_IN_LAST_X_DAYS', emptied)).toBe(true);
    expect(ask('NOT_UPDATED_IN_LAST_X_DAYS', {})).toBe(false);
  });
});
