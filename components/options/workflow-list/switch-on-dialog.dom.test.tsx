import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { NOW } from '@/test/support/builders';
import { actionId, workflowId } from '@/test/support/workflow-builders';
import { aDryRunContact, aWarning } from '@/test/support/workflow-view-builders';
import { SwitchOnDialog } from './switch-on-dialog';
import type { SwitchOnView } from './switch-on-view';

afterEach(cleanup);

const aView = (overrides: Partial<SwitchOnView> = {}): SwitchOnView => ({
  id: workflowId('workflow-1'),
  name: 'Demo requests',
  status: 'ready',
  run: { state: 'done', checked: 250, matched: 42, cold: 7, sample: [] },
  labels: new Map([['enroll-1', 'Enroll in “Demo”']]),
  asksForExisting: true,
  existing: false,
  errors: [],
  warnings: [],
  attempted: false,
  switching: false,
  refused: false,
  changed: false,
  ...overrides,
});

function show(overrides: Partial<SwitchOnView> = {}) {
  const events = {
    onClose: vi.fn(),
    onCancelRun: vi.fn(),
    onRunAgain: vi.fn(),
    onRetry: vi.fn(),
    onExisting: vi.fn(),
    onReason: vi.fn(),
    onConfirm: vi.fn(),
  };
  render(<SwitchOnDialog view={aView(overrides)} now={NOW} {...events} />);
  return events;
}

const button = (name: string) => screen.getByRole('button', { name });

test('says how many were looked at, match and are cold, before anything is switched on', () => {
  const { onConfirm } = show();

  const counts = screen.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(counts).toEqual(['250', '42', '7']);
  fireEvent.click(button('Switch on'));
  expect(onConfirm).toHaveBeenCalledOnce();
});

test('who matches already is enrolled only if that is ticked', () => {
  const { onExisting } = show();
  const box = screen.getByLabelText('Also enroll contacts who match already (42)');
  expect(box).toHaveProperty('checked', false);

  fireEvent.click(box);

  expect(onExisting.mock.calls).toEqual([[true]]);
});

test('the sample says what each action would do, and in words why not', () => {
  const refused = {
    actionId: actionId('enroll-1'),
    kind: 'enroll',
    result: 'skips',
    checks: [
      { code: 'hasAddress', result: 'pass', params: {}, overridable: false },
      {
        code: 'suppressed',
        result: 'block',
        reason: 'optedOut',
        params: { address: 'ada@example.com' },
        overridable: false,
      },
    ],
  } as const;
  const run = {
    ...aView().run,
    sample: [{ ...aDryRunContact('1'), actions: [refused] }, aDryRunContact('2')],
  };
  show({ run });

  const text = screen.getByRole('dialog', { hidden: true }).textContent;
  expect(text).toContain('Person 1');
  expect(text).toContain('Enroll in “Demo” · would be skipped');
  expect(text).toContain('ada@example.com');
  expect(text).toContain('Enroll in “Demo” · would be done');
});

test('a dry run that is on its way can be canceled, and one that was can be begun again', () => {
  const running = show({ run: { ...aView().run, state: 'running' } });
  fireEvent.click(button('Cancel'));
  cleanup();
  const canceled = show({ run: { ...aView().run, state: 'canceled' } });
  fireEvent.click(button('Look again'));

  expect(running.onCancelRun).toHaveBeenCalledOnce();
  expect(canceled.onRunAgain).toHaveBeenCalledOnce();
});

test('each warning has a field for the reason; once refused, the empty ones say so', () => {
  const warnings = [
    { code: 'impersonal', findings: [aWarning()], reason: '' },
    {
      code: 'tooMany',
      findings: [aWarning({ code: 'tooMany', params: { matched: 250, limit: 100 } })],
      reason: 'All asked for it',
    },
  ] as const;
  const { onReason } = show({ warnings, attempted: true });
  const fields = screen.getAllByLabelText('Why all the same?');

  fireEvent.input(fields[0] ?? document.body, { target: { value: 'A closed list' } });

  expect(fields.map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', null]);
  expect(onReason.mock.calls).toEqual([['impersonal', 'A closed list']]);
  expect(screen.getByRole('alert').textContent).toBe('Say why for each warning.');
});

test('errors forbid it, say where they are, and lead to the editor', () => {
  const errors = [
    { ...aWarning(), code: 'noActions', severity: 'error', place: 'actions' },
    { ...aWarning(), code: 'sequenceMissing', severity: 'error', place: 'actions.1.sequenceId' },
  ] as const;
  const { onConfirm, onClose } = show({ errors });

  fireEvent.click(button('Switch on'));
  fireEvent.click(screen.getByRole('link', { name: 'Open it in the editor' }));

  expect(screen.getByRole('alert').textContent).toContain('Action 2The sequence does not exist');
  expect([onConfirm.mock.calls, onClose.mock.calls.length]).toEqual([[], 1]);
});

test('a refusal and a newer revision are said', () => {
  show({ refused: true, changed: true });

  expect(screen.getByText(/Not switched on: something else/)).toBeTruthy();
  expect(screen.getByText('It was changed meanwhile')).toBeTruthy();
});
