import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { DAY } from '@/lib/time/instant';
import { contactId, enrollmentId, NOW, zone } from '@/test/support/builders';
import { runId, workflowId } from '@/test/support/workflow-builders';
import type { RunLine } from './run-line';
import { RunRow } from './run-row';

afterEach(cleanup);

function show(overrides: Partial<RunLine> = {}, leaving = false) {
  const run: RunLine = {
    id: runId('run-1'),
    workflowId: workflowId('workflow-1'),
    workflowName: 'Demo requests',
    contactId: contactId('contact-1'),
    contactName: 'Ada Lovelace',
    cause: 'event',
    state: { kind: 'active' },
    createdAt: NOW - DAY,
    log: [],
    ...overrides,
  };
  const events = { onAskToLeave: vi.fn(), onLeave: vi.fn() };
  render(
    <RunRow
      run={run}
      named="contact"
      now={NOW}
      zone={zone('Europe/Warsaw')}
      leaving={leaving}
      {...events}
    />,
  );
  const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  return { ...events, lines };
}

test('says what each action became, why one was skipped, and what comes next', () => {
  const { lines } = show({
    next: { label: 'Delay: 1 d 0 h 0 min', at: NOW + DAY },
    log: [
      {
        at: NOW,
        label: 'Enroll in “Demo”',
        outcome: { kind: 'enrolled', enrollmentId: enrollmentId('e'), sequence: 'Demo' },
      },
      {
        at: NOW,
        label: 'Enroll in “Other”',
        outcome: { kind: 'skipped', codes: ['dailyLimit', 'alreadyEnrolled'] },
      },
      {
        at: NOW,
        label: 'Set “stage”',
        outcome: { kind: 'skipped', codes: [], reason: 'loop' },
      },
    ],
  });

  const [, enrolled, skipped, loop, next] = lines();
  expect(enrolled).toContain('enrolled in “Demo”');
  expect(skipped).toMatch(/skipped: .+, .+/);
  expect(loop).toContain('it would have started the same workflow again');
  expect(next).toMatch(/^Next: Delay: 1 d 0 h 0 min, .*9:00/);
});

test('one that is held waits for the rep, one that left says why', () => {
  const held = show({ state: { kind: 'held', since: NOW }, next: { label: 'Enroll in “Demo”' } });
  const waits = held.lines().at(-1);
  cleanup();
  const left = show({ state: { kind: 'unenrolled', at: NOW, reason: 'notMatching' } });

  expect(waits).toBe('Next: Enroll in “Demo”, once you let the workflow go on');
  expect(left.lines().at(-1)).toBe('Left: its criteria no longer hold.');
});

test('whoever is in it can be taken out, once that is confirmed; who is through cannot', () => {
  const { onAskToLeave } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Take Ada Lovelace out of “Demo requests”' }));
  cleanup();
  const { onLeave } = show({}, true);
  const focused = document.activeElement?.textContent;
  fireEvent.click(screen.getByRole('button', { name: 'Take out' }));
  cleanup();
  show({ state: { kind: 'finished', at: NOW } });

  expect([onAskToLeave.mock.calls, focused]).toEqual([[[true]], 'Keep in']);
  expect(onLeave).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button')).toBeNull();
});
