import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { taskIdSchema } from '@/lib/domain/ids';
import { DAY } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
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
