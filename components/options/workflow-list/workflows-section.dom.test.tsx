import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { workflowId } from '@/test/support/workflow-builders';
import { aWorkflowLine } from '@/test/support/workflow-view-builders';
import { WorkflowsSection, type WorkflowsSectionProps } from './workflows-section';

afterEach(cleanup);

function show(overrides: Partial<WorkflowsSectionProps> = {}) {
  const events = {
    onFilter: vi.fn(),
    onNew: vi.fn(),
    onFile: vi.fn(),
    onDismissFile: vi.fn(),
    onSwitchOn: vi.fn(),
    onSwitchOff: vi.fn(),
    onRelease: vi.fn(),
    onDuplicate: vi.fn(),
    onExport: vi.fn(),
    onAskToDelete: vi.fn(),
    onDelete: vi.fn(),
    onRetry: vi.fn(),
  };
  const lines = 'lines' in overrides ? overrides.lines : [aWorkflowLine()];
  render(
    <WorkflowsSection
      takesFocus={false}
      lines={lines}
      shown={lines ?? []}
      failed={false}
      filter={{ text: '' }}
      busy={undefined}
      deleting={undefined}
      file={undefined}
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

test('a line says what the workflow is doing in a sentence, and how many went through it', () => {
  show();

  const text = screen.getAllByRole('listitem')[0]?.textContent;
  for (const part of ['Off', 'It takes nobody', 'In it now: 3', 'Entered: 12', 'Skipped: 2']) {
    expect(text).toContain(part);
  }
  expect(screen.getByRole('link', { name: 'Demo requests' }).getAttribute('href')).toBe(
    '#workflows/workflow-1',
  );
});

test('a problem says why and what to do, whatever else it is doing', () => {
  show({ lines: [aWorkflowLine({ state: 'on', problem: 'sequenceDeleted' })] });

  const text = screen.getAllByRole('listitem')[0]?.textContent;
  expect(text).toContain('Problem');
  expect(text).toContain('Choose another sequence in it.');
});

test('one that is off is switched on beside its name, one that is on is switched off in its menu', () => {
  const off = show();
  fireEvent.click(screen.getByRole('button', { name: 'Switch on “Demo requests”…' }));
  cleanup();
  const on = show({ lines: [aWorkflowLine({ state: 'on' })] });
  on.pick('Switch off');

  expect(off.onSwitchOn).toHaveBeenCalledOnce();
  expect(on.onSwitchOff).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: /^Switch on/ })).toBeNull();
});

test('one that holds asks why it may go on, and takes no blank for an answer', () => {
  const { onRelease, onSwitchOff } = show({
    lines: [aWorkflowLine({ state: 'held', recent: 100 })],
  });
  const goOn = screen.getByRole('button', { name: 'Let “Demo requests” go on' });
  fireEvent.click(goOn);
  const missing = screen.getByText('Say why.');

  fireEvent.input(screen.getByLabelText('Why may it go on?'), { target: { value: ' A fair ' } });
  fireEvent.click(goOn);
  fireEvent.click(screen.getByRole('button', { name: 'Switch off “Demo requests”' }));

  expect(missing).toBeTruthy();
  expect(screen.getByText('Contacts enrolled in 24 hours: 100')).toBeTruthy();
  expect(onRelease.mock.calls.map(([, reason]) => reason)).toEqual(['A fair']);
  expect(onSwitchOff).toHaveBeenCalledOnce();
});

test('deleting asks first and says how many would leave', () => {
  const { pick, onAskToDelete } = show();
  pick('Delete');
  const asked = onAskToDelete.mock.calls;
  cleanup();

  const sure = show({ deleting: workflowId('workflow-1') });

  expect(asked).toEqual([['workflow-1']]);
  expect(screen.getByText(/Contacts that leave it by this: 3/)).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Keep');
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(sure.onDelete).toHaveBeenCalledOnce();
});

test('a file that is not taken says everything that is wrong with it, and where', () => {
  show({
    file: {
      name: 'team.json',
      problems: [
        {
          place: 'trigger.groups.0.filters.2.operation.operator',
          reason: 'unknownOperator',
          params: { value: 'SOUNDS_LIKE' },
        },
        { place: 'settings.zone', reason: 'badZone', params: { value: 'Mars/Base' } },
        { place: 'settings.pauseDates.0', reason: 'badValue', params: { value: '{…}' } },
        { place: 'actions.1.title', reason: 'badValue', params: { value: '' } },
      ],
    },
  });

  const notice = screen.getByRole('alert');
  const lines = within(notice).getAllByRole('listitem');
  expect(notice.textContent).toContain('“team.json” was not taken');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'What starts it, group 1, filter 3There is no condition “SOUNDS_LIKE”.',
    'SettingsThere is no time zone “Mars/Base”.',
    'Settings, pause 1What stands here does not fit.',
    'Action 2Something is missing here.',
  ]);
});

test('none yet, none that fit, and none that could be read are three things', () => {
  show({ lines: [] });
  const none = screen.getByText('No workflows yet');
  cleanup();
  show({ shown: [] });
  const noMatch = screen.getByText('Nothing matches');
  cleanup();
  show({ lines: undefined, failed: true });

  expect([none, noMatch].every(Boolean)).toBe(true);
  expect(screen.getByRole('alert').textContent).toContain('could not be read');
});
