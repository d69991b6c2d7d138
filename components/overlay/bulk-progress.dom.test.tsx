import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { when } from '@/lib/i18n/when';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import { enrollmentId, NOW } from '@/test/support/builders';
import { aBulkProgress } from '@/test/support/bulk-builders';
import { BulkBar } from './bulk-bar';
import { BulkProgressPanel, type BulkProgressPanelProps } from './bulk-progress-panel';

const HOSTILE = '<img src=x onerror=alert(1)>\u202E';
const id = enrollmentId('enrollment-1');

afterEach(cleanup);

const OVER: BulkProgress = aBulkProgress({
  state: 'canceled',
  total: 4,
  done: 3,
  rows: [
    { name: 'Ada', outcome: { kind: 'enrolled', enrollmentId: id, firstAt: NOW + 60_000 } },
    { name: HOSTILE, outcome: { kind: 'refused', codes: ['alreadyEnrolled', 'suppressed'] } },
    { name: 'Cy', outcome: { kind: 'refused', codes: [] } },
    { name: '', outcome: { kind: 'canceled' } },
  ],
});

function show(run: BulkProgress, overrides: Partial<BulkProgressPanelProps> = {}) {
  const props = {
    run,
    now: NOW,
    isOrphaned: false,
    isCanceling: false,
    onUnenroll: vi.fn(),
    onCancel: vi.fn(),
    onRetry: vi.fn(),
    onClose: vi.fn(),
    onDismiss: vi.fn(),
    onRefreshPage: vi.fn(),
    ...overrides,
  };
  render(<BulkProgressPanel {...props} />);
  return { ...props, panel: screen.getByRole('dialog') };
}

const texts = () =>
  within(screen.getByRole('list', { name: 'Contacts and what became of them' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('a bulk that runs', () => {
  test('says how far it is, can be stopped, and closed without being stopped', () => {
    const { onCancel, onClose, onDismiss, panel } = show(aBulkProgress());

    fireEvent.click(screen.getByRole('button', { name: 'Stop here' }));
    fireEvent.click(within(panel).getAllByRole('button', { name: 'Close' }).at(-1) ?? panel);

    expect(panel.textContent).toContain('1 of 3 done');
    expect(onCancel).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledOnce();
    expect(onDismiss).not.toHaveBeenCalled();
  });

  test('keeps its rows in their order', () => {
    show(aBulkProgress());

    expect(texts().map((text) => text.slice(0, 8))).toEqual(['Person 1', 'Person 2', 'Person 3']);
    expect(texts()[1]).toContain('Waiting');
  });

  test('takes no second click on Stop', () => {
    const { onCancel } = show(aBulkProgress(), { isCanceling: true });

    fireEvent.click(screen.getByRole('button', { name: 'Stop here' }));

    expect(onCancel).not.toHaveBeenCalled();
  });
});

describe('the report', () => {
  test('names every contact and what became of them, skipped ones first', () => {
    const { panel } = show(OVER);

    expect(texts()).toEqual([
      `${HOSTILE}Skipped: Already in a sequence, Must not be written to`,
      'CySkipped, it failed more than once. Try this contact alone.',
      `AdaUnenrollEnrolled, first email ${when(NOW + 60_000, { now: NOW })}`,
      'No nameNot begun',
    ]);
    expect(panel.textContent).toContain('Enrolled: 1');
    expect(panel.textContent).toContain('Skipped: 2');
    expect(panel.textContent).toContain('Not begun: 1');
    expect(panel.querySelector('img')).toBeNull();
  });

  test('somebody can be unenrolled from it', () => {
    const { onUnenroll } = show(OVER);

    fireEvent.click(screen.getByRole('button', { name: 'Unenroll' }));

    expect(onUnenroll).toHaveBeenCalledExactlyOnceWith(id, expect.any(Event));
  });

  test('closing it is having seen it', () => {
    const { onDismiss, panel } = show(OVER);

    fireEvent.click(within(panel).getAllByRole('button', { name: 'Close' }).at(-1) ?? panel);

    expect(onDismiss).toHaveBeenCalledOnce();
  });

  test('a lost connection is named and can be tried again', () => {
    const { onRetry } = show(OVER, { failure: 'internal' });

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('the bar', () => {
  const shared = {
    selected: 3,
    isTicked: true,
    run: undefined,
    isOpen: false,
    openerRef: createRef<HTMLButtonElement>(),
  };

  test('offers to enroll everybody who is ticked', () => {
    const onOpen = vi.fn();
    render(<BulkBar {...shared} onOpen={onOpen} onDismiss={vi.fn()} />);

    fireEvent.click(screen.getByRole('button', { name: 'Enroll 3 selected' }));

    expect(onOpen).toHaveBeenCalledOnce();
  });

  test.each([
    [aBulkProgress(), 'Enrolling: 1 of 3', false],
    [OVER, 'Stopped: 1 of 4 enrolled', true],
    [{ ...OVER, state: 'finished' as const }, 'Enrolled: 1 of 4', true],
  ])('shows a bulk that was started, until it is over and dismissed', (run, text, isOver) => {
    const onDismiss = vi.fn();
    render(<BulkBar {...shared} run={run} onOpen={vi.fn()} onDismiss={onDismiss} />);

    const dismiss = screen.queryByRole('button', { name: 'Dismiss' });
    if (dismiss) fireEvent.click(dismiss);

    expect(screen.getByRole('group', { name: 'Several contacts' }).textContent).toContain(text);
    expect(onDismiss).toHaveBeenCalledTimes(isOver ? 1 : 0);
  });
});
