import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Filter } from '@/lib/domain/workflow/filter';
import { aFilter, equals, groupsOf } from '@/test/support/workflow-builders';
import { aWorkflowPage } from '@/test/support/workflow-editing';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const criteria = (...groups: readonly (readonly Filter[])[]) =>
  aWorkflowPage({ draft: { trigger: { kind: 'criteria', groups: groupsOf(...groups) } } });
const property = (row: HTMLElement) => within(row).getByRole('combobox', { name: 'Property' });
const rows = () => screen.getAllByRole('listitem', { name: /^Filter \d/ });
const firstRow = () => rows()[0] ?? document.body;

function choose(row: HTMLElement, typed: string) {
  fireEvent.click(property(row));
  fireEvent.input(property(row), { target: { value: typed } });
  fireEvent.keyDown(property(row), { key: 'Enter' });
}
const found = (row: HTMLElement) =>
  [...row.querySelectorAll('[role="listbox"] > li')].map((option) => option.textContent);
const operators = () => {
  const select = screen.getByLabelText<HTMLSelectElement>('Condition');
  return [...select.options].map(({ label, textContent }) => label || textContent);
};

describe('a property', () => {
  test('is found by its name in words and as the CRM calls it, and by those that contacts have', () => {
    criteria([aFilter('', equals(''))]);
    const search = (typed: string) => {
      fireEvent.click(property(firstRow()));
      fireEvent.input(property(firstRow()), { target: { value: typed } });
      return found(firstRow());
    };

    expect(search('lead st')).toEqual(['Lead statushs_lead_status']);
    expect(search('hs_lead')).toEqual(['Lead statushs_lead_status']);
    expect(search('shoe')).toEqual(['shoe_size']);
    expect(search('zzz')).toEqual(['No contact has such a property']);
  });

  test('offers the comparisons that fit its type, in plain words', () => {
    const { typed } = criteria([aFilter('', equals(''))]);
    expect(screen.queryByLabelText('Condition')).toBeNull();

    choose(firstRow(), 'lead status');
    expect(operators().slice(0, 2)).toEqual(['is any of', 'is none of']);
    expect(operators()).toContain('is known');
    expect(operators()).not.toContain('starts with');

    choose(firstRow(), 'job title');
    expect(operators()[0]).toBe('is equal to');
    expect(operators()).toContain('contains any of these whole words');
    expect(operators()).not.toContain('is more than N days ago');

    choose(firstRow(), 'createdate');
    expect(operators().slice(0, 2)).toEqual(['is less than N days ago', 'is more than N days ago']);
    expect(operators()).not.toContain('is any of');

    choose(firstRow(), 'hs_sequences_is_enrolled');
    expect(operators().slice(0, 2)).toEqual(['is', 'is not']);
    expect(typed().trigger.groups[0]?.filters[0]).toMatchObject({
      property: 'hs_sequences_is_enrolled',
      operation: { operationType: 'BOOL', operator: 'IS_EQUAL_TO' },
    });
  });

  test('that nobody has told us the type of may be asked anything', () => {
    criteria([aFilter('shoe_size', equals('41'))]);

    expect(operators()).toEqual(
      expect.arrayContaining([
        'is equal to (text)',
        'is equal to (a number)',
        'is at least',
        'is on',
      ]),
    );
  });

  test('of the same type keeps the comparison', () => {
    const { typed } = criteria([
      aFilter('company', {
        operationType: 'STRING',
        operator: 'ENDS_WITH',
        value: 'Ltd',
        includeObjectsWithNoValueSet: false,
      }),
    ]);

    choose(firstRow(), 'job title');

    expect(typed().trigger.groups[0]?.filters[0]?.operation).toMatchObject({
      operator: 'ENDS_WITH',
      value: 'Ltd',
    });
  });
});

describe('a comparison', () => {
  const compare = (name: string) =>
    fireEvent.change(screen.getByLabelText('Condition'), {
      target: {
        selectedIndex: operators().indexOf(name),
      },
    });
  const fields = () =>
    [...firstRow().querySelectorAll('label')].map((label) => label.textContent).slice(2);

  test('asks for as much as it needs, and keeps what was typed for another', () => {
    const { typed } = criteria([aFilter('shoe_size', equals('41'))]);
    expect(fields()).toEqual(['Value', 'Also contacts without a value']);

    compare('is between (a number)');
    expect(fields()).toEqual(['At least', 'At most', 'Also contacts without a value']);

    compare('is more than N days ago');
    expect(fields()).toEqual(['Days (N)', 'Also contacts without a value']);

    compare('is in the last N days, weeks, months…');
    expect(fields()).toEqual(['How many (N)', 'Unit', 'Also contacts without a value']);

    compare('is in this day, week, month…');
    expect(fields()).toEqual(['Unit', 'Also contacts without a value']);

    compare('is known');
    expect(fields()).toEqual([]);

    compare('is equal to (text)');
    expect(typed().trigger.groups[0]?.filters[0]?.operation.value).toBe('41');
  });

  test('with several values takes them one by one, a comma within one of them', () => {
    const { typed } = criteria([
      aFilter('company', {
        operationType: 'MULTISTRING',
        operator: 'CONTAINS',
        values: ['Example'],
        includeObjectsWithNoValueSet: false,
      }),
    ]);
    const field = screen.getByLabelText('Values');

    fireEvent.input(field, { target: { value: 'Acme, Inc.' } });
    fireEvent.keyDown(field, { key: 'Enter' });

    expect(typed().trigger.groups[0]?.filters[0]?.operation.values).toEqual([
      'Example',
      'Acme, Inc.',
    ]);
  });

  test('with known choices ticks them, in their own order', () => {
    const { typed } = criteria([
      aFilter('hs_lead_status', {
        operationType: 'ENUMERATION',
        operator: 'IS_ANY_OF',
        values: ['CONNECTED'],
        includeObjectsWithNoValueSet: false,
      }),
    ]);

    fireEvent.click(screen.getByLabelText('NEW'));
    fireEvent.click(screen.getByLabelText('Also contacts without a value'));

    expect(typed().trigger.groups[0]?.filters[0]?.operation).toMatchObject({
      values: ['NEW', 'CONNECTED'],
      includeObjectsWithNoValueSet: true,
    });
  });
});

describe('filters and groups', () => {
  test('are added, duplicated and removed, and the focus goes on where the rep does', () => {
    const { typed } = criteria([aFilter('stage', equals('demo'))]);
    const names = () =>
      typed().trigger.groups.map(({ filters }) => filters.map((filter) => filter.property));

    fireEvent.click(button('Duplicate filter 1'));
    expect(names()).toEqual([['stage', 'stage']]);
    expect(document.activeElement).toBe(property(rows()[1] ?? document.body));

    fireEvent.click(button('Add a filter to group 1'));
    expect(names()).toEqual([['stage', 'stage', '']]);
    expect(document.activeElement).toBe(property(rows()[2] ?? document.body));

    fireEvent.click(button('Remove filter 2'));
    expect(names()).toEqual([['stage', '']]);
    expect(document.activeElement).toBe(button('Add a filter to group 1'));

    fireEvent.click(button('Duplicate group 1'));
    expect(names()).toEqual([
      ['stage', ''],
      ['stage', ''],
    ]);
    expect(screen.getByText('or')).toBeTruthy();

    fireEvent.click(button('Remove group 1'));
    expect(names()).toEqual([['stage', '']]);
    expect(document.activeElement).toBe(button('Or: add a group'));
  });

  test('have names of their own, also when they are copies', () => {
    const { typed } = criteria([aFilter('stage', equals('demo'))]);

    fireEvent.click(button('Duplicate filter 1'));
    fireEvent.click(button('Duplicate group 1'));

    const keys = typed().trigger.groups.flatMap(({ key, filters }) => [
      key,
      ...filters.map((filter) => filter.key),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('without any it says whom that takes', () => {
    criteria();

    expect(screen.getByText('Without filters it takes every contact.')).toBeTruthy();
    expect(button('Add filters')).toBeTruthy();
  });
});
