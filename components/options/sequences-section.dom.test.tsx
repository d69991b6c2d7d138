import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { NOW, sequenceId } from '@/test/support/builders';
import type { SequenceLine } from './sequence-line';
import { SequencesSection, type SequencesSectionProps } from './sequences-section';

afterEach(cleanup);

const line = (overrides: Partial<SequenceLine> = {}): SequenceLine => ({
  id: sequenceId('s/1'),
  name: 'Introduction',
  version: 3,
  steps: 3,
  live: 12,
  paused: false,
  archived: false,
  access: 'private',
  ...overrides,
});

function show(overrides: Partial<SequencesSectionProps> = {}) {
  const events = {
    onFilter: vi.fn(),
    onNew: vi.fn(),
    onAction: vi.fn(),
    onDuplicate: vi.fn(),
    onAskToDelete: vi.fn(),
    onRetry: vi.fn(),
  };
  const lines = 'lines' in overrides ? overrides.lines : [line()];
  render(
    <SequencesSection
      takesFocus={false}
      lines={lines}
      shown={lines ?? []}
      failed={false}
      filter={{ text: '', archived: false }}
      busy={undefined}
      deleting={undefined}
      now={NOW}
      {...events}
      {...overrides}
    />,
  );
  const pick = (item: string) => {
    fireEvent.click(screen.getByRole('button', { name: /^More for/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: item }));
  };
  return { ...events, pick };
}

test('a line says how many emails, how many are in it, whose it is and who may use it', () => {
  show({ lines: [line({ owner: 'boss@example.com', access: 'specific', paused: true })] });

  const text = screen.getAllByRole('listitem')[0]?.textContent;
  for (const part of ['Emails: 3', 'Running now: 12', 'By boss@example.com', 'Shared', 'Paused']) {
    expect(text).toContain(part);
  }
  expect(screen.getByRole('link', { name: 'Introduction' }).getAttribute('href')).toBe(
    '#sequences/s%2F1',
  );
});

test('everything else is in its menu; pausing and archiving turn round', () => {
  const one = show();
  one.pick('Duplicate');
  one.pick('Pause');
  one.pick('Archive');
  cleanup();
  const other = show({ lines: [line({ paused: true, archived: true })] });
  other.pick('Resume');
  other.pick('Restore');

  expect(one.onDuplicate).toHaveBeenCalledOnce();
  expect(one.onAction.mock.calls.map(([, action]) => action)).toEqual(['pause', 'archive']);
  expect(other.onAction.mock.calls.map(([, action]) => action)).toEqual(['resume', 'restore']);
});

test('deleting asks first, says how many would be unenrolled, and keeping has the focus', () => {
  const { pick, onAskToDelete, onAction } = show();
  pick('Delete');
  const asked = onAskToDelete.mock.calls;
  cleanup();

  const sure = show({ deleting: sequenceId('s/1') });

  expect([asked, onAction.mock.calls]).toEqual([[['s/1']], []]);
  expect(screen.getByText(/Contacts unenrolled by this: 12/)).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Keep');
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(sure.onAction.mock.calls[0]?.[1]).toBe('delete');
});

test('none yet, none that fit, and none that could be read are three things', () => {
  show({ lines: [] });
  const none = screen.getByText('No sequences yet');
  cleanup();
  show({ shown: [] });
  const noMatch = screen.getByText('Nothing matches');
  cleanup();
  show({ lines: undefined, failed: true });

  expect([none, noMatch].every(Boolean)).toBe(true);
  expect(screen.getByRole('alert').textContent).toContain('could not be read');
});
