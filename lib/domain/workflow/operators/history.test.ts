import { describe, expect, test } from 'vitest';
import { passes } from '@/test/support/passes-filter';

describe('has ever been', () => {
  const operation = (operationType: string, operator: string, rest: object) => ({
    operationType,
    operator,
    ...rest,
  });

  test('looks at the value now and at all before', () => {
    const ever = operation('STRING', 'HAS_EVER_BEEN_EQUAL_TO', { value: 'lead' });

    expect(passes('string', ever, { is: 'Lead' })).toBe(true);
    expect(passes('string', ever, { is: 'customer', was: ['demo', 'LEAD'] })).toBe(true);
    expect(passes('string', ever, { is: 'customer', was: ['demo'] })).toBe(false);
  });

  test('remembers what is unknown now', () => {
    const ever = operation('STRING', 'HAS_EVER_BEEN_EQUAL_TO', { value: 'lead' });
    const never = operation('STRING', 'HAS_NEVER_BEEN_EQUAL_TO', { value: 'demo' });

    expect(passes('string', ever, { was: ['lead'] })).toBe(true);
    expect(passes('string', never, { was: ['lead'] })).toBe(true);
  });

  test('has never been is the contrary, for those that have had a value', () => {
    const never = operation('STRING', 'HAS_NEVER_BEEN_EQUAL_TO', { value: 'lead' });

    expect(passes('string', never, { is: 'customer', was: ['demo'] })).toBe(true);
    expect(passes('string', never, { is: 'customer', was: ['lead'] })).toBe(false);
    expect(passes('string', never, {})).toBe(false);
  });

  test('texts contain, numbers and yes or no are equal, choices are any, exactly or all', () => {
    const was = { is: 'x', was: ['Head of Sales'] };
    const contained = operation('STRING', 'HAS_EVER_CONTAINED', { value: 'sales' });
    const notContained = operation('STRING', 'HAS_NEVER_CONTAINED', { value: 'sales' });
    const number = operation('NUMBER', 'HAS_EVER_BEEN_EQUAL_TO', { value: 5 });
    const yes = operation('BOOL', 'HAS_NEVER_BEEN_EQUAL_TO', { value: true });
    const colors = { is: 'green', was: ['red;blue', 'blue'] };
    const choice = (operator: string, ...values: string[]) =>
      passes('enumeration', operation('ENUMERATION', operator, { values }), colors);

    expect(passes('string', contained, was)).toBe(true);
    expect(passes('string', notContained, was)).toBe(false);
    expect(passes('number', number, { is: '7', was: ['5.0'] })).toBe(true);
    expect(passes('bool', yes, { is: 'false', was: ['TRUE'] })).toBe(false);
    expect(choice('HAS_EVER_BEEN_ANY_OF', 'red', 'black')).toBe(true);
    expect(choice('HAS_NEVER_BEEN_ANY_OF', 'black')).toBe(true);
    expect(choice('HAS_EVER_BEEN_EXACTLY', 'blue', 'red')).toBe(true);
    expect(choice('HAS_EVER_BEEN_EXACTLY', 'red')).toBe(false);
    expect(choice('HAS_NEVER_BEEN_EXACTLY', 'red')).toBe(true);
    expect(choice('HAS_EVER_CONTAINED_ALL', 'blue', 'green')).toBe(false);
    expect(choice('HAS_NEVER_CONTAINED_ALL', 'blue', 'red')).toBe(false);
  });
});
