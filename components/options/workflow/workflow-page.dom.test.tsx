import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import {
  actionId,
  aFilter,
  anEnrollAction,
  equals,
  groupsOf,
} from '@/test/support/workflow-builders';
import { aWorkflowPage } from '@/test/support/workflow-editing';
import type { LintLine } from './lint-panel';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const branch: Action = {
  id: actionId('branch'),
  kind: 'branch',
  branches: [
    {
      name: 'Warm',
      groups: groupsOf([aFilter('stage', equals('x'))]),
      actions: [anEnrollAction({ id: actionId('deep') })],
    },
  ],
  otherwise: [],
};
const warns = (place: string): LintLine => ({ kind: 'warnings', place, text: 'Look at this.' });
const wrong = (place: string): LintLine => ({ kind: 'errorSave', place, text: 'Mend this.' });

describe('what lint says', () => {
  test.each([
    ['name', 'Name'],
    ['trigger.groups.0.filters.0', 'Property'],
    ['trigger.groups.0.filters.0.operation.value', 'Value'],
    ['actions.0.branches.0.actions.0.sender', 'Sender type'],
    ['actions.0.branches.0.actions.0.sequenceId', 'Sequence'],
    ['settings.zone', 'Time zone'],
    ['settings.suppressed.3', 'Never these'],
    ['settings.reenroll', 'Let contacts enroll again'],
  ])('about %s leads to the field “%s”', (place, label) => {
    aWorkflowPage({ draft: { actions: [branch] }, lint: [warns(place)] });
    const panel = screen.getByRole('region', { name: 'Check' });

    fireEvent.click(within(panel).getByRole('button'));

    const focused = document.activeElement;
    expect(screen.getAllByLabelText(label)).toContain(focused);
    expect(focused?.closest('form')).toBeTruthy();
  });

  test('stands at its place as well, once', () => {
    aWorkflowPage({
      draft: { actions: [branch] },
      lint: [
        wrong('trigger.groups.0.filters.0'),
        wrong('actions.0.branches.0.actions.0.sender.senderId'),
        warns('actions.0.branches.0.actions.0.sequenceId'),
      ],
    });
    const form = document.querySelector('form') ?? document.body;
    const filter = within(form).getAllByRole('listitem', { name: 'Filter 1' })[0];
    const card = within(form).getByRole('region', { name: '1. Enroll in a sequence' });

    expect(within(form).getAllByText('Mend this.')).toHaveLength(2);
    expect(within(form).getAllByText('Look at this.')).toHaveLength(1);
    expect(within(filter ?? form).getByText('Mend this.')).toBeTruthy();
    expect(within(card).getByText('Look at this.')).toBeTruthy();
    expect(screen.getByLabelText('Sender').getAttribute('aria-invalid')).toBe('true');
  });

  test('is sorted by what it stops, and says where it is', () => {
    aWorkflowPage({
      draft: { actions: [branch] },
      lint: [
        warns('actions.0.branches.0.groups.0.filters.0'),
        { kind: 'errorSwitch', place: 'actions', text: 'Not yet.' },
        wrong('settings.pauseDates.0'),
        { kind: 'warnings', place: '', text: 'Of the whole.' },
      ],
    });
    const panel = screen.getByRole('region', { name: 'Check' });

    expect([...panel.querySelectorAll('h4, li')].map((part) => part.textContent)).toEqual([
      'To correct before saving',
      'Settings, pause 1 Mend this.',
      'To correct before switching on',
      'What it does Not yet.',
      'To think about before switching on',
      'Action 1, branch 1, group 1, filter 1 Look at this.',
      'Of the whole.',
    ]);
  });

  test('is good news when there is nothing', () => {
    aWorkflowPage();

    expect(screen.getByText('Nothing speaks against it.')).toBeTruthy();
  });
});

describe('saving', () => {
  test('that is refused takes the focus to what is wrong', () => {
    aWorkflowPage({ lint: [wrong('settings.zone')], form: { refusals: 1 } });

    const alert = screen.getByRole('alert');
    expect(document.activeElement?.contains(alert)).toBe(true);
    fireEvent.click(within(alert).getByRole('button', { name: 'Settings: Mend this.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Time zone'));
  });

  test('is done by Enter in a field, and by its button', () => {
    const onSave = vi.fn();
    aWorkflowPage({ form: { onSave } });

    const form = screen.getByLabelText('Name').closest('form');
    if (form) fireEvent.submit(form);
    fireEvent.click(button('Save'));

    expect(onSave).toHaveBeenCalledTimes(2);
  });

  test('Enter that adds a value or chooses a property does not save', () => {
    const onSave = vi.fn();
    aWorkflowPage({ form: { onSave } });
    const property = screen.getByRole('combobox', { name: 'Property' });

    fireEvent.click(property);
    const isDefault = fireEvent.keyDown(property, { key: 'Enter' });

    expect(isDefault).toBe(false);
    expect(onSave).not.toHaveBeenCalled();
  });
});

describe('somebody else', () => {
  test('saved meanwhile: mine is kept as a copy, or theirs is loaded', () => {
    const onSaveCopy = vi.fn();
    const onReload = vi.fn();
    aWorkflowPage({
      page: { conflict: { kind: 'newer', revision: 4 }, onSaveCopy, onReload },
    });
    expect(screen.getByText('Somebody saved revision 4 meanwhile')).toBeTruthy();

    fireEvent.click(button('Keep mine as a copy'));
    fireEvent.click(button('Load theirs'));

    expect([onSaveCopy.mock.calls.length, onReload.mock.calls.length]).toEqual([1, 1]);
  });

  test('deleted it: there is nothing of theirs to load', () => {
    aWorkflowPage({ page: { conflict: { kind: 'deleted' } } });

    expect(button('Keep mine as a copy')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load theirs' })).toBeNull();
  });
});

test('a name that is hostile is text', () => {
  aWorkflowPage({ draft: { name: '<img src=x onerror=alert(1)>' } });

  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
    '<img src=x onerror=alert(1)>',
  );
});
