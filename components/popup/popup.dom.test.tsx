// Long because whatever the popup may have to say has its own test.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { address, NOW, senderId, sequenceId } from '@/test/support/builders';
import { day } from '@/test/support/times';
import { anEnrolledStatus, anOverview, aSenderChoice } from '@/test/support/view-builders';
import type { PagePerson } from './page-state';
import { Popup, type PopupProps } from './popup';

afterEach(cleanup);

const someone = (overrides: Partial<PagePerson> = {}): PagePerson => ({
  key: 'ada',
  name: 'Ada Lovelace',
  address: 'ada@example.com',
  status: { kind: 'free' },
  ...overrides,
});

function show(overrides: Partial<PopupProps> = {}) {
  const events = {
    onEnroll: vi.fn(),
    onUnenroll: vi.fn(),
    onSwitchOn: vi.fn(),
    onReload: vi.fn(),
    onRetry: vi.fn(),
    onOpen: vi.fn(),
    onPauseAll: vi.fn(),
    onDismiss: vi.fn(),
  };
  const view = render(
    <Popup
      overview={{ kind: 'ready', overview: anOverview() }}
      page={{ kind: 'people', people: [someone()], more: 0 }}
      hasSites
      note={undefined}
      busy={undefined}
      now={NOW}
      {...events}
      {...overrides}
    />,
  );
  return { ...events, text: () => view.container.textContent ?? '' };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('connection problems stand before everything else and lead to the mailbox', () => {
  const problems = [
    { code: 'expired', senderId: senderId('s'), address: address('rep@example.com'), count: 4 },
  ] as const;
  const { onOpen, text } = show({
    overview: { kind: 'ready', overview: anOverview({ problems }) },
  });

  fireEvent.click(button('Reconnect'));

  expect(onOpen).toHaveBeenCalledWith('mailbox');
  expect(text()).toContain('Waiting emails: 4');
  expect(text().indexOf('Waiting, connect')).toBeLessThan(text().indexOf('On this page'));
});

test('late emails wait for a decision, which is taken in the outbox', () => {
  const problems = [
    { code: 'late', senderId: senderId('s'), address: address('rep@example.com'), count: 3 },
  ] as const;
  const { onOpen } = show({ overview: { kind: 'ready', overview: anOverview({ problems }) } });

  fireEvent.click(button('Decide'));

  expect(onOpen).toHaveBeenCalledWith('outbox');
});

test('everything is paused and goes on with one click each', () => {
  const { onPauseAll } = show();
  fireEvent.click(button('Pause all'));
  cleanup();
  const paused = show({
    overview: { kind: 'ready', overview: anOverview({ pausedAll: NOW }) },
  });

  fireEvent.click(button('Resume'));

  expect(onPauseAll).toHaveBeenCalledWith(true);
  expect(paused.onPauseAll).toHaveBeenCalledWith(false);
  expect(screen.queryByRole('button', { name: 'Pause all' })).toBeNull();
});

test('what was done after a long absence is said until it is closed', () => {
  const catchUp = { since: NOW, sent: 4, moved: 2, asked: 1, replies: 3 };
  const { onDismiss, text } = show({
    overview: { kind: 'ready', overview: anOverview({ catchUp }) },
  });

  fireEvent.click(button('Close'));

  expect(text()).toContain('After a break: sent 4, moved 2, waiting for you 1, replies 3');
  expect(onDismiss).toHaveBeenCalledOnce();
});

test('a sender who is away says until when', () => {
  const away = [{ from: day('2026-11-24'), to: day('2026-12-10') }];
  const { text } = show({
    overview: { kind: 'ready', overview: anOverview({ senders: [aSenderChoice({ away })] }) },
  });

  expect(text()).toContain('Away until Dec 10, 2026');
});

test('per mailbox it says what was sent, what is scheduled and what is left', () => {
  const { text } = show();

  expect(text()).toContain('rep@example.com');
  expect(
    screen.getByRole('img', { name: 'Sent: 38, Scheduled: 61, 462 left of 500' }),
  ).toBeTruthy();
});

test.each([
  [{ limit: 500, used: 500, scheduled: 0 }, /Limit reached/],
  [{ limit: 500, used: 480, scheduled: 40 }, /More is scheduled than the limit leaves/],
])('a limit of %o is explained', (limit, sentence) => {
  show({
    overview: { kind: 'ready', overview: anOverview({ senders: [aSenderChoice({ limit })] }) },
  });

  expect(screen.getByText(sentence)).toBeTruthy();
});

test('sequences are listed with their counts, the next send first', () => {
  const sequences = [
    { id: sequenceId('a'), name: 'Idle', active: 7 },
    { id: sequenceId('b'), name: 'Later', active: 2, nextAt: NOW + 7_200_000 },
    { id: sequenceId('c'), name: 'Soon', active: 42, nextAt: NOW + 60_000 },
  ];
  show({ overview: { kind: 'ready', overview: anOverview({ sequences }) } });

  const list = screen.getByRole('region', { name: 'Active sequences' });
  const items = within(list).getAllByRole('listitem');
  expect(items.map((item) => item.textContent?.slice(0, 4))).toEqual(['Soon', 'Late', 'Idle']);
  expect(items[0]?.textContent).toContain('Active: 42');
});

describe('the contact of the page', () => {
  test('can be enrolled', () => {
    const { onEnroll } = show();

    fireEvent.click(button('Enroll'));

    expect(onEnroll).toHaveBeenCalledOnce();
  });

  test('is unenrolled by a button that carries their name', () => {
    const status = anEnrolledStatus();
    const { onUnenroll, text } = show({
      page: { kind: 'people', people: [someone({ status })], more: 0 },
    });

    fireEvent.click(button('Unenroll Ada Lovelace'));

    expect(onUnenroll).toHaveBeenCalledWith(status.enrollmentId);
    expect(text()).toContain('Step 2 of 3');
    expect(text()).toContain('Next: tomorrow 3:00 AM their time');
    expect(screen.queryByRole('button', { name: 'Enroll' })).toBeNull();
  });

  test('who waits is told why', () => {
    const status = anEnrolledStatus({ waiting: 'limit' });
    const { text } = show({ page: { kind: 'people', people: [someone({ status })], more: 0 } });

    expect(text()).toContain('Waiting, the daily limit is reached');
  });

  test('with a hostile name is text, never markup', () => {
    const name = '<img src=x onerror=alert(1)>';
    show({ page: { kind: 'people', people: [someone({ name })], more: 0 } });

    expect(screen.getByText(name)).toBeTruthy();
    expect(document.querySelector('img[onerror]')).toBeNull();
  });

  test('one of several is chosen on the page', () => {
    const people = [someone(), someone({ key: 'alan', name: 'Alan Turing' })];
    const { text } = show({ page: { kind: 'people', people, more: 12 } });

    expect(button('Enroll on the page')).toBeTruthy();
    expect(text()).toContain('And 12 more on the page');
  });
});

describe('a page without a contact says why and what to do', () => {
  test('a site that is off can be switched on right here', () => {
    const { onSwitchOn } = show({
      page: { kind: 'siteOff', host: 'crm.example.com', refused: true },
    });

    fireEvent.click(button('Switch on for this site'));

    expect(onSwitchOn).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).toMatch(/not allowed to/);
  });

  test('a page that does not answer can be refreshed', () => {
    const { onReload } = show({ page: { kind: 'silent', host: 'mail.google.com' } });

    fireEvent.click(button('Refresh the page'));

    expect(onReload).toHaveBeenCalledOnce();
  });

  test('one that could not be asked can be asked again', () => {
    const { onRetry } = show({ page: { kind: 'failed' } });

    fireEvent.click(button('Try again'));

    expect(onRetry).toHaveBeenCalledOnce();
  });

  test.each([
    [{ kind: 'looking' }, /Looking who is on this page/],
    [{ kind: 'restricted' }, /Open a contact in your CRM/],
    [{ kind: 'insecure' }, /not secure/],
    [
      { kind: 'nobody', host: 'mail.google.com' },
      /Nobody with an email address.*mail\.google\.com/,
    ],
  ] as const)('%o', (page, sentence) => {
    const { text } = show({ page });

    expect(text()).toMatch(sentence);
  });
});

describe('before anything can run', () => {
  const nothing = anOverview({ sequences: [], senders: [] });

  test('the sites are chosen first, then the mailbox is connected', () => {
    const { onOpen } = show({
      hasSites: false,
      overview: { kind: 'ready', overview: nothing },
      page: { kind: 'restricted' },
    });

    fireEvent.click(button('Choose sites'));
    fireEvent.click(button('Connect mailbox'));

    expect(onOpen.mock.calls).toEqual([['sites'], ['mailbox']]);
  });

  test('with nothing active it says how to enroll', () => {
    show({ overview: { kind: 'ready', overview: anOverview({ sequences: [] }) } });

    expect(screen.getByText(/click Enroll. What runs shows up here/)).toBeTruthy();
  });

  test('a database that cannot be read is never shown as empty', () => {
    const { onRetry, text } = show({ overview: { kind: 'failed', lost: false } });

    fireEvent.click(button('Try again'));

    expect(onRetry).toHaveBeenCalledOnce();
    expect(text()).not.toContain('No active sequences');
    expect(text()).not.toContain('No mailbox connected');
  });
});

test.each([
  [{ kind: 'unenrolled', sequenceName: 'Win back' }, 'Unenrolled from “Win back”.'],
  [{ kind: 'tooLate' }, /already left/],
  [{ kind: 'notEnrolled' }, /not in a sequence any more/],
  [{ kind: 'failed', code: 'internal' }, 'Something went wrong'],
] as const)('what came of a click is read out: %o', (note, sentence) => {
  show({ note });

  expect(screen.getByText(sentence).closest('[aria-live="polite"]')).toBeTruthy();
});
