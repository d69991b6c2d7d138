import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { address, NOW } from '@/test/support/builders';
import { aBulkPreview, aBulkRow, BLOCK, WARNING } from '@/test/support/bulk-builders';
import { aCheck } from '@/test/support/overlay-builders';
import { BulkPanel, type BulkPanelProps } from './bulk-panel';
import type { BulkRow, BulkView } from './bulk-view';

const HOSTILE = '<img src=x onerror=alert(1)>\u202E';

afterEach(cleanup);

const row = (overrides: Partial<BulkRow> = {}): BulkRow => ({
  ...aBulkRow(),
  key: 'email:person-1@example.com',
  ...overrides,
});

function aView(overrides: Partial<BulkView> = {}): BulkView {
  return {
    chosen: 1,
    leftOut: 0,
    isCut: false,
    preview: aBulkPreview(),
    startStep: 1,
    sendAt: undefined,
    placeholders: {},
    rows: [row()],
    counts: { ready: 1, warned: 0, blocked: 0 },
    acceptsWarned: false,
    enrolls: 1,
    isConfirming: false,
    typed: '',
    isRefreshing: false,
    isStarting: false,
    refused: [],
    ...overrides,
  };
}

function show(view: BulkView, overrides: Partial<BulkPanelProps> = {}) {
  const props = {
    view,
    now: NOW,
    isOrphaned: false,
    isSettled: true,
    onChoose: vi.fn(),
    onPlaceholder: vi.fn(),
    onAcceptWarned: vi.fn(),
    onLeaveOut: vi.fn(),
    onPutBack: vi.fn(),
    onType: vi.fn(),
    onStart: vi.fn(),
    onBack: vi.fn(),
    onConnect: vi.fn(),
    onRetry: vi.fn(),
    onClose: vi.fn(),
    onRefreshPage: vi.fn(),
    startRef: vi.fn(),
    ...overrides,
  };
  render(<BulkPanel {...props} />);
  return { ...props, panel: screen.getByRole('dialog', { name: 'Enroll several contacts' }) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const rowsShown = () => within(screen.getByRole('list', { name: 'Contacts and what was found' }));

describe('the bulk popover', () => {
  test('names every contact with every sentence, and how many of each there are', () => {
    const rows = [
      row({ key: 'a', name: HOSTILE, result: 'blocked', checks: [BLOCK, WARNING] }),
      row({ key: 'b', name: '', address: address('ben@example.com') }),
    ];
    const { panel } = show(
      aView({ chosen: 2, rows, counts: { ready: 1, warned: 0, blocked: 1 }, enrolls: 1 }),
    );

    expect(panel.textContent).toContain('Ready: 1');
    expect(panel.textContent).toContain('Blocked: 1');
    expect(rowsShown().getByText(/has opted out of your emails/)).toBeTruthy();
    expect(rowsShown().getByText(/never in touch/)).toBeTruthy();
    expect(rowsShown().getByText('ben@example.com')).toBeTruthy();
    expect(rowsShown().getByText(/^First email: today/)).toBeTruthy();
    expect(panel.querySelector('img')).toBeNull();
  });

  test('shows thirty of many, and all of them on a click', () => {
    const rows = Array.from({ length: 45 }, (_, at) => row({ key: String(at), name: `P${at}` }));
    show(aView({ chosen: 45, rows, enrolls: 45 }));
    const before = rowsShown().getAllByRole('listitem').length;

    fireEvent.click(button('Show all 45'));

    expect(before).toBe(30);
    expect(rowsShown().getAllByRole('listitem')).toHaveLength(45);
  });

  test('one contact, or everybody who is blocked, can be left out and put back', () => {
    const rows = [
      row({ key: 'a', name: 'Ada', result: 'blocked' }),
      row({ key: 'b', name: 'Ben' }),
    ];
    const onLeaveOut = vi.fn();
    const { onPutBack } = show(aView({ chosen: 2, leftOut: 3, rows }), { onLeaveOut });

    fireEvent.click(button('Leave out \u2068Ben\u2069'));
    fireEvent.click(button('Leave out the blocked'));
    fireEvent.click(button('Put back'));

    expect(onLeaveOut.mock.calls).toEqual([[['b']], [['a']]]);
    expect(onPutBack).toHaveBeenCalledOnce();
  });

  test('those that need a look are enrolled only when the person ticks so', () => {
    const counts = { ready: 0, warned: 2, blocked: 0 };
    const { onAcceptWarned, onStart } = show(aView({ chosen: 2, counts, enrolls: 0 }));

    fireEvent.click(button('Enroll 0'));
    fireEvent.click(screen.getByLabelText('Also enroll those that need a look: 2'));

    expect(onStart).not.toHaveBeenCalled();
    expect(button('Enroll 0').title).toContain('Nobody is ready');
    expect(onAcceptWarned).toHaveBeenCalledExactlyOnceWith(true);
  });

  test.each([
    ['before it has been seen for a moment', {}, { isSettled: false }],
    ['while the list is being checked again', { isRefreshing: true }, {}],
    ['while a placeholder is empty', { preview: aBulkPreview({ placeholders: ['opener'] }) }, {}],
    ['when nobody is left', { chosen: 0, enrolls: 0, rows: [] }, {}],
  ] as const)('takes no click %s', (_when, view, props) => {
    const { onStart } = show(aView(view), props);
    const start = button(/^Enroll \d/);

    fireEvent.click(start);

    expect(start.getAttribute('aria-disabled')).toBe('true');
    expect(onStart).not.toHaveBeenCalled();
  });

  test('starts, and hands on the event that a guard has to see', () => {
    const { onStart } = show(aView());

    fireEvent.click(button('Enroll 1'));

    expect(onStart).toHaveBeenCalledExactlyOnceWith(expect.any(Event));
  });

  test('above fifty asks once more, with a way back', () => {
    const { onBack, onStart, panel } = show(
      aView({
        chosen: 60,
        enrolls: 58,
        isConfirming: true,
        preview: aBulkPreview({ confirm: 'say' }),
      }),
    );

    fireEvent.click(button('Back'));
    fireEvent.click(button('Yes, enroll 58'));

    expect(panel.textContent).toContain('Really enroll 58 of the 60 contacts?');
    expect(panel.textContent).toContain(
      'Contacts in one go: 60. Confirm that you mean all of them.',
    );
    expect(onBack).toHaveBeenCalledOnce();
    expect(onStart).toHaveBeenCalledOnce();
  });

  test('above a hundred takes the number and nothing else', () => {
    const view = aView({
      chosen: 120,
      enrolls: 120,
      isConfirming: true,
      preview: aBulkPreview({ confirm: 'type' }),
    });
    const wrong = show({ ...view, typed: '12' });
    fireEvent.click(button('Yes, enroll 120'));
    fireEvent.input(screen.getByLabelText(/^Type 120/), { target: { value: '120' } });
    const complaint = wrong.panel.textContent;
    cleanup();
    const right = show({ ...view, typed: '120' });

    fireEvent.click(button('Yes, enroll 120'));

    expect(complaint).toContain('This is not the number.');
    expect(complaint).toContain('Contacts in one go: 120. Type the number to confirm it.');
    expect(wrong.onType).toHaveBeenCalledExactlyOnceWith('120');
    expect(wrong.onStart).not.toHaveBeenCalled();
    expect(right.onStart).toHaveBeenCalledOnce();
  });

  test('says what could not be read, what is cut, and why it did not start', () => {
    const refused = aCheck('sequenceNotPaused', {
      result: 'block',
      reason: 'paused',
      params: { sequence: 'Introduction' },
    });
    const { panel } = show(
      aView({ unread: { shown: 120, read: 30 }, isCut: true, refused: [refused] }),
    );

    expect(panel.textContent).toContain(
      'The page shows 120 selected, but only 30 of them could be read',
    );
    expect(panel.textContent).toContain('Only the first 500 are taken');
    expect(screen.getByRole('alert').textContent).toContain('is paused and takes nobody for now');
  });

  test('without a mailbox its button connects one', () => {
    const { onConnect } = show(aView({ preview: aBulkPreview({ senders: [] }) }));

    fireEvent.click(button('Connect a mailbox'));

    expect(onConnect).toHaveBeenCalledOnce();
  });

  test('an orphan has no button that enrolls', () => {
    const { onRefreshPage } = show(aView(), { isOrphaned: true });

    fireEvent.click(button('Refresh'));

    expect(screen.queryByRole('button', { name: /^Enroll/ })).toBeNull();
    expect(onRefreshPage).toHaveBeenCalledOnce();
  });
});
