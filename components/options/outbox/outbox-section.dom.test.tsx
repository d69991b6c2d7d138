import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { OutboxLine, OutboxView } from '@/lib/rpc/list-views';
import { DAY, HOUR, MINUTE } from '@/lib/time/instant';
import { address, enrollmentId, NOW, zone } from '@/test/support/builders';
import { OutboxSection, type OutboxSectionProps } from './outbox-section';

afterEach(cleanup);

const line = (overrides: Partial<OutboxLine> = {}): OutboxLine => ({
  key: `${overrides.contactName ?? 'Ada'}:step:0`,
  enrollmentId: enrollmentId('enrollment-1'),
  contactName: 'Ada',
  to: address('ada@example.com'),
  from: address('rep@example.com'),
  sequenceName: 'Introduction',
  step: 2,
  steps: 3,
  effect: 'email',
  state: 'due',
  planned: NOW + HOUR,
  wakeAt: NOW + HOUR,
  zone: zone('Europe/Warsaw'),
  zoneSource: 'contact',
  ...overrides,
});
const view = (overrides: Partial<OutboxView> = {}): OutboxView => ({
  lines: [],
  parked: [],
  hasMore: false,
  hasMoreParked: false,
  ...overrides,
});

function show(overrides: Partial<OutboxSectionProps> = {}) {
  const events = {
    onPauseAll: vi.fn(),
    onDismiss: vi.fn(),
    onAction: vi.fn(),
    onOpen: vi.fn(),
    onMore: vi.fn(),
    onMoreParked: vi.fn(),
    onRetry: vi.fn(),
  };
  render(
    <OutboxSection
      takesFocus={false}
      view={view()}
      catchUp={undefined}
      failed={false}
      busy={undefined}
      switching={false}
      now={NOW}
      zone="Europe/Warsaw"
      {...events}
      {...overrides}
    />,
  );
  return events;
}

const inGroup = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('every line stands where it belongs, with why it waits', () => {
  const { wakeAt: _none, ...resting } = line();
  show({
    view: view({
      lines: [
        line({ contactName: 'Sending', state: 'sending', wakeAt: NOW + MINUTE }),
        line({ contactName: 'Due', planned: NOW, wakeAt: NOW }),
        line({ contactName: 'By hand', state: 'sending', waiting: 'confirm' }),
        line({ contactName: 'Full', waiting: 'limit', wakeAt: NOW + 2 * DAY }),
        { ...resting, key: 'p', contactName: 'Paused', paused: 'person' },
        {
          ...resting,
          key: 'l',
          contactName: 'Late',
          paused: 'late',
          waiting: 'late',
          lateMs: 5 * DAY,
        },
        line({ contactName: 'Today' }),
        line({ contactName: 'Later', planned: NOW + 2 * DAY, wakeAt: NOW + 2 * DAY }),
      ],
    }),
  });

  expect(inGroup('Leaving now')).toEqual([
    expect.stringMatching(/^Sending.*Leaving/),
    expect.stringMatching(/^Due/),
  ]);
  expect(inGroup('Waiting')).toEqual([
    expect.stringMatching(/^By hand.*Waiting for you to send it/),
    expect.stringMatching(/^Full.*the daily limit is reached/),
    expect.stringMatching(/^Paused.*Paused by you/),
    expect.stringMatching(/^Late.*waiting for your decision.*5 days late/),
  ]);
  expect(inGroup('Planned today')).toEqual([expect.stringMatching(/^Today.*Step 2 of 3 · Email/)]);
  expect(inGroup('Planned later')).toEqual([expect.stringMatching(/^Later.*Planned: Thu, Nov 26/)]);
});

test('a late one is sent, skipped or unenrolled', () => {
  const { wakeAt: _none, ...resting } = line();
  const { onAction } = show({
    view: view({ lines: [{ ...resting, paused: 'late', waiting: 'late' }] }),
  });

  press(/^Send to Ada/);
  press('Skip this step for Ada');
  press('Unenroll Ada');

  expect(onAction.mock.calls.map(([, action]) => action)).toEqual(['resume', 'skip', 'unenroll']);
  expect(screen.queryByRole('button', { name: /Pause Ada/ })).toBeNull();
});

test('one that only the rep can send leads to where they do, and is not said to be looked at again', () => {
  const byHand = { state: 'sending', waiting: 'confirm', planned: NOW, wakeAt: NOW + DAY } as const;
  show({ view: view({ lines: [line(byHand)] }) });

  expect(screen.getByRole('link', { name: 'Send it in Tasks' }).getAttribute('href')).toBe(
    '#tasks',
  );
  expect(screen.queryByText(/^Looked at again/)).toBeNull();
});

test('one that is on its way cannot be paused any more', () => {
  show({ view: view({ lines: [line({ state: 'sending' })] }) });

  expect(screen.queryByRole('button', { name: /^Pause Ada/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Unenroll Ada' })).toBeTruthy();
});

test('only what cannot have left is tried again', () => {
  const parked = [
    line({ contactName: 'Ada', state: 'failed', failure: 'senderMissing', mayRetry: true }),
    line({ contactName: 'Max', state: 'failed', failure: 'outcomeUnknown', mayRetry: false }),
  ];
  const { onAction } = show({ view: view({ parked }) });

  press('Try again: Ada');

  expect(onAction.mock.calls).toEqual([[parked[0], 'retry']]);
  expect(screen.queryByRole('button', { name: 'Try again: Max' })).toBeNull();
  expect(inGroup('Failed')[1]).toContain('not tried again');
});

test('everything is paused and goes on', () => {
  const { onPauseAll } = show();
  press('Pause all');
  cleanup();
  const paused = show({ view: view({ pausedAll: NOW - DAY }) });

  press('Resume all');

  expect(onPauseAll).toHaveBeenCalledWith(true);
  expect(paused.onPauseAll).toHaveBeenCalledWith(false);
  expect(screen.getByText('Everything is paused since yesterday')).toBeTruthy();
});

test('what was done after a long absence is said, and only what was', () => {
  const { onDismiss } = show({
    catchUp: { since: NOW - 3 * DAY, sent: 4, moved: 0, asked: 1, replies: 0 },
  });

  press('Got it');

  expect(screen.getByText('Caught up after a break since 3 days ago')).toBeTruthy();
  const counts = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(counts).toEqual(['Sent: 4', 'Waiting for your decision: 1']);
  expect(onDismiss).toHaveBeenCalledOnce();
});

test('there is more, of what is to come and of what failed', () => {
  const { onMore, onMoreParked } = show({
    view: view({
      lines: [line()],
      parked: [line({ state: 'failed', failure: 'senderMissing' })],
      hasMore: true,
      hasMoreParked: true,
    }),
  });

  press('Show more');
  press('Show more that failed');

  expect(onMore).toHaveBeenCalledOnce();
  expect(onMoreParked).toHaveBeenCalledOnce();
});

test('nothing planned and not readable are two things', () => {
  show();
  const none = screen.getByText('Nothing is planned');
  cleanup();
  show({ view: undefined, failed: true });

  expect(none).toBeTruthy();
  expect(screen.queryByText('Nothing is planned')).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('could not be read');
});
