import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ImportSection } from './import-section';
import type { ImportView } from './import-view';

afterEach(cleanup);

function show(view: ImportView) {
  const events = {
    onFile: vi.fn(),
    onColumn: vi.fn(),
    onStart: vi.fn(),
    onCancel: vi.fn(),
    onReset: vi.fn(),
  };
  render(<ImportSection takesFocus={false} view={view} {...events} />);
  return events;
}

const column = (header: string, target: 'email' | 'skip', property: string) =>
  ({ header, target, property, examples: ['first', 'second'] }) as const;

test('each column can be said to be something else, with its first values beside it', () => {
  const { onColumn, onStart } = show({
    kind: 'ready',
    file: 'list.csv',
    total: 2,
    columns: [column('E-mail', 'email', 'e_mail'), column('Team', 'skip', 'team')],
  });

  const select = screen.getByLabelText('What “Team” becomes');
  const labels = within(select)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  fireEvent.change(select, { target: { selectedIndex: labels.indexOf('Property “team”') } });
  fireEvent.click(screen.getByRole('button', { name: 'Take over contacts: 2' }));

  expect(screen.getAllByText('first · second')).toHaveLength(2);
  expect(onColumn.mock.calls).toEqual([[1, 'property:team']]);
  expect(onStart).toHaveBeenCalledOnce();
});

test('without a column of addresses nothing begins, and why is said', () => {
  const { onStart } = show({
    kind: 'ready',
    file: 'list.csv',
    total: 2,
    columns: [column('Team', 'skip', 'team')],
  });

  fireEvent.click(screen.getByRole('button', { name: 'Take over contacts: 2' }));

  expect(onStart).not.toHaveBeenCalled();
  expect(screen.getByText('Say which column holds the email addresses.')).toBeTruthy();
});

test('what is on its way shows how far it is and can be canceled', () => {
  const { onCancel } = show({ kind: 'running', file: 'list.csv', done: 500, total: 1_100 });

  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));

  expect(screen.getByRole('progressbar', { name: '500 of 1100' })).toBeTruthy();
  expect(onCancel).toHaveBeenCalledOnce();
});

test('the report names the lines that could not be taken, and what stood there', () => {
  show({
    kind: 'over',
    file: 'list.csv',
    end: 'canceled',
    done: 500,
    total: 1_100,
    added: 490,
    updated: 8,
    invalid: [
      { line: 4, reason: 'noAddress', text: '' },
      { line: 17, reason: 'badAddress', text: 'ada at example' },
    ],
  });

  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows.slice(1)).toEqual(['4No email address', '17Not an email addressada at example']);
  const said = screen.getByRole('status').textContent;
  for (const part of ['Canceled', 'New: 490', 'Known before: 8', 'Not taken any more: 600']) {
    expect(said).toContain(part);
  }
});

test('a file that holds nobody says what a file needs', () => {
  show({ kind: 'empty', problem: 'noRows' });

  expect(screen.getByRole('alert').textContent).toContain('The first line names the columns');
});
