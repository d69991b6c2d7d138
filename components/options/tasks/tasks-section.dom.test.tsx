import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { taskIdSchema } from '@/lib/domain/ids';
import { DAY } from '@/lib/time/instant';
import { enrollmentId, NOW } from '@/test/support/builders';
import type { TaskLine } from './task-line';
import { TasksSection, type TasksSectionProps } from './tasks-section';

afterEach(cleanup);

const task = (overrides: Partial<TaskLine> = {}): TaskLine => ({
  id: v.parse(taskIdSchema, overrides.title ?? 'task'),
  kind: 'call',
  title: 'Call back',
  dueAt: NOW,
  contactName: 'Ada Lovelace',
  address: 'ada@example.com',
  ...overrides,
});

function show(overrides: Partial<TasksSectionProps> = {}) {
  const events = { onComplete: vi.fn(), onReopen: vi.fn(), onMore: vi.fn(), onRetry: vi.fn() };
  render(
    <TasksSection
      takesFocus={false}
      open={[]}
      done={[]}
      hasMore={false}
      failed={false}
      busy={undefined}
      asks={{
        asks: [],
        answering: undefined,
        onSent: vi.fn(),
        onUnenroll: vi.fn(),
        onCopy: vi.fn(),
      }}
      notify={{ allowed: undefined, refused: false, onAllow: vi.fn() }}
      now={NOW}
      {...events}
      {...overrides}
    />,
  );
  return events;
}

test('a task says what, for whom and until when; it is overdue once its day is over', () => {
  show({
    open: [
      task({ title: 'Late', dueAt: NOW - 3 * DAY }),
      task({ title: 'Today', dueAt: NOW - 60_000 }),
      task({ title: 'Soon', dueAt: NOW + DAY }),
    ],
  });

  const [late, today, soon] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(late).toMatch(/Ada Lovelace · ada@example\.com.*Call.*Overdue.*Was due 3 days ago/);
  expect(today).toMatch(/Due today/);
  expect(today).not.toMatch(/Overdue/);
  expect(soon).toMatch(/Due tomorrow/);
});

test('an open one is done and one done just now is opened again', () => {
  const { onComplete, onReopen } = show({
    open: [task()],
    done: [task({ title: 'Sent the offer' })],
  });

  fireEvent.click(screen.getByRole('button', { name: 'Done: Call back' }));
  fireEvent.click(screen.getByRole('button', { name: 'Open again: Sent the offer' }));

  expect(onComplete.mock.calls[0]?.[0]).toMatchObject({ title: 'Call back' });
  expect(onReopen.mock.calls[0]?.[0]).toMatchObject({ title: 'Sent the offer' });
});

test('nothing to do and not readable are two things', () => {
  show();
  const none = screen.getByText('Nothing to do');
  cleanup();
  show({ open: undefined, failed: true });

  expect(none).toBeTruthy();
  expect(screen.queryByText('Nothing to do')).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('could not be read');
});

describe('an email that the rep has to send', () => {
  const email = { url: 'mailto:ada@example.com', paste: true, body: 'A long text' };
  const ask = {
    key: 'e:s:0',
    enrollmentId: enrollmentId('e'),
    to: 'ada@example.com',
    subject: '<b>The engine</b>',
    contactName: 'Ada Lovelace',
    sequenceName: 'Introduction',
    email,
  };

  test('opens filled in, copies what does not fit, and is answered', () => {
    const asks = {
      asks: [ask],
      answering: undefined,
      onSent: vi.fn(),
      onUnenroll: vi.fn(),
      onCopy: vi.fn(),
    };
    show({ asks });

    const link = screen.getByRole('link', { name: 'Open the email to ada@example.com' });
    // Where it leads is the browser's.
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    fireEvent.click(screen.getByRole('button', { name: 'I sent it: ada@example.com' }));
    fireEvent.click(screen.getByRole('button', { name: 'Do not send, unenroll Ada Lovelace' }));

    expect(link.getAttribute('href')).toBe('mailto:ada@example.com');
    expect(asks.onCopy.mock.calls).toEqual([['A long text']]);
    expect([asks.onSent.mock.calls, asks.onUnenroll.mock.calls]).toEqual([[[ask]], [[ask]]]);
    expect(screen.getByText('<b>The engine</b>')).toBeTruthy();
    expect(screen.queryByText('Nothing to do')).toBeNull();
  });

  test('of a task has its compose window in the list until it is done', () => {
    const line = task({
      title: 'Write to Ada',
      kind: 'email',
      email,
      note: 'Be short',
      priority: 'high',
      sequenceName: 'Introduction',
    });
    show({ open: [line] });
    const row = screen.getByRole('listitem').textContent;
    const link = screen.getByRole('link', { name: 'Write the email: Write to Ada' });
    cleanup();

    show({ done: [line] });

    expect(row).toMatch(/From “Introduction”.*Be short.*Priority: High/);
    expect(link.getAttribute('target')).toBe('_blank');
    expect(screen.queryByRole('link')).toBeNull();
  });
});

test('notifications are asked for by a button, and a refusal is no end', () => {
  const onAllow = vi.fn();
  show({ notify: { allowed: false, refused: true, onAllow } });

  fireEvent.click(screen.getByRole('button', { name: 'Allow notifications' }));

  expect(onAllow).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toContain('ask again at any time');
});
