import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { address, NOW } from '@/test/support/builders';
import { aCheck, aPreview } from '@/test/support/overlay-builders';
import { EnrollPanel, type EnrollPanelProps } from './enroll-panel';
import type { EnrollView } from './enroll-view';

const HOSTILE = '<img src=x onerror=alert(1)>\u202E';

afterEach(cleanup);

function aView(overrides: Partial<EnrollView> = {}): EnrollView {
  const preview = aPreview();
  return {
    name: 'Ada Lovelace',
    preview,
    ...(preview.email && { email: preview.email }),
    chosen: {},
    offers: [],
    placeholders: {},
    isEdited: false,
    isRefreshing: false,
    isEnrolling: false,
    isRefused: false,
    ...overrides,
  };
}

function show(view: EnrollView, overrides: Partial<EnrollPanelProps> = {}) {
  const props = {
    view,
    now: NOW,
    hasMovedOn: false,
    isOrphaned: false,
    isSettled: true,
    onChoose: vi.fn(),
    onPlaceholder: vi.fn(),
    onEdit: vi.fn(),
    onResetEmail: vi.fn(),
    onEnroll: vi.fn(),
    onConnect: vi.fn(),
    onRetry: vi.fn(),
    onClose: vi.fn(),
    onRefreshPage: vi.fn(),
    enrollRef: vi.fn(),
    ...overrides,
  };
  render(<EnrollPanel {...props} />);
  return { ...props, panel: screen.getByRole('dialog', { name: 'Enroll in a sequence' }) };
}

const button = (name: string) => screen.getByRole('button', { name });
const labels = (listed: readonly Element[]) => listed.map((item) => item.textContent);

describe('the Enroll popover', () => {
  test('shows whom, which sequence, from where, the email and the plan', () => {
    const { panel } = show(aView());

    expect(panel.textContent).toContain('Ada Lovelace');
    expect(panel.textContent).toContain('ada@example.com');
    expect(screen.getByLabelText<HTMLInputElement>('Sequence').value).toBe('Introduction');
    expect(screen.getByLabelText<HTMLSelectElement>('From').options).toHaveLength(2);
    expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Hello Ada');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('Hi Ada,');
    expect(panel.textContent).toMatch(
      /Time zone: Europe\/Warsaw. Yours, the contact’s is not known/,
    );
  });

  test('takes the focus when it opens, and gives Escape to its owner', () => {
    const { panel, onClose } = show(aView());
    const focused = document.activeElement;

    fireEvent.keyDown(screen.getByLabelText('Message'), { key: 'Escape' });

    expect(focused).toBe(panel);
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('enrolls by click and by Ctrl or Cmd with Enter, and not by Enter alone', () => {
    const { onEnroll } = show(aView());
    const message = screen.getByLabelText('Message');

    fireEvent.click(button('Enroll'));
    fireEvent.keyDown(message, { key: 'Enter', ctrlKey: true });
    fireEvent.keyDown(message, { key: 'Enter', metaKey: true });
    fireEvent.keyDown(message, { key: 'Enter' });

    expect(onEnroll).toHaveBeenCalledTimes(3);
  });

  test('lists what stands in the way first and tucks away what passed', () => {
    const checks = [
      aCheck('hasAddress'),
      aCheck('zoneKnown', {
        result: 'warn',
        reason: 'sender',
        params: { zone: 'Europe/Warsaw' },
        overridable: true,
      }),
      aCheck('suppressed', {
        result: 'block',
        reason: 'optedOut',
        params: { address: 'ada@example.com' },
      }),
    ];
    const { onEnroll } = show(aView({ preview: aPreview({ checks, allowed: false }) }));

    const rows = within(screen.getByRole('region', { name: 'Checks' })).getAllByRole('listitem');
    fireEvent.click(button('Enroll'));

    expect(labels(rows)).toEqual([
      '\u2068ada@example.com\u2069 has opted out of your emails. Only they can change that.',
      'The contact’s time zone is not known, yours is used (\u2068Europe/Warsaw\u2069).',
      'Has an email address.',
    ]);
    expect(rows[2]?.closest('details')?.open).toBe(false);
    expect(button('Enroll').title).toContain('has opted out');
    expect(onEnroll).not.toHaveBeenCalled();
  });

  test('has no dead end without a mailbox: its button connects one', () => {
    const checks = [aCheck('senderEligible', { result: 'block', reason: 'none' })];
    const preview = aPreview({ senders: [], checks, allowed: false });
    const { onConnect } = show(aView({ preview }));

    fireEvent.click(button('Connect a mailbox'));

    expect(onConnect).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Enroll' })).toBeNull();
  });

  test('offers to connect again when the mailbox has expired', () => {
    const checks = [
      aCheck('senderEligible', {
        result: 'block',
        reason: 'expired',
        params: { address: 'rep@example.com' },
      }),
    ];
    const { onConnect, panel } = show(aView({ preview: aPreview({ checks, allowed: false }) }));

    fireEvent.click(button('Connect again'));

    expect(panel.textContent).toContain('has expired');
    expect(onConnect).toHaveBeenCalledOnce();
  });

  test('takes no click before the button has been on screen for a moment', () => {
    const { onEnroll } = show(aView(), { isSettled: false });

    fireEvent.click(button('Enroll'));

    expect(onEnroll).not.toHaveBeenCalled();
    expect(button('Enroll').getAttribute('aria-disabled')).toBe('true');
  });

  test('lets a person choose where several addresses are known', () => {
    const recipients = [address('ada@example.com'), address('ada.l@corp.example.com')];
    const onChoose = vi.fn();
    show(aView({ preview: aPreview({ recipients }) }), { onChoose });

    fireEvent.change(screen.getByLabelText('To'), { target: { selectedIndex: 1 } });
    fireEvent.change(screen.getByLabelText('From'), { target: { selectedIndex: 1 } });
    fireEvent.change(screen.getByLabelText('Start with'), { target: { selectedIndex: 2 } });

    expect(onChoose.mock.calls).toEqual([
      [{ to: 'ada.l@corp.example.com' }],
      [{ senderId: 'sender-1', from: 'sales@example.com', ownerProperty: undefined }],
      [{ startStep: 3 }],
    ]);
  });

  test('hands on what is typed and says that it is for this contact only', () => {
    const { onEdit, onResetEmail, panel } = show(aView({ isEdited: true }));

    fireEvent.input(screen.getByLabelText('Subject'), { target: { value: HOSTILE } });
    fireEvent.click(button('Back to the template'));

    expect(onEdit).toHaveBeenCalledExactlyOnceWith({ subject: HOSTILE });
    expect(onResetEmail).toHaveBeenCalledOnce();
    expect(panel.textContent).toContain('Edited for this contact only.');
  });

  test('says that the page moved on while it stays with its person', () => {
    const { panel } = show(aView(), { hasMovedOn: true });

    expect(panel.textContent).toContain('You are still enrolling \u2068Ada Lovelace\u2069.');
  });

  test('names a failure, keeps the form, and can try again', () => {
    const { onRetry } = show(aView({ failure: 'storeUnavailable' }));

    const alert = screen.getByRole('alert');
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));

    expect(alert.textContent).toContain('Your data could not be opened');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('Hi Ada,');
    expect(onRetry).toHaveBeenCalledOnce();
  });

  test('an orphan keeps the text to copy and has no button that enrolls', () => {
    const { onRefreshPage } = show(aView({ failure: 'orphaned' }), { isOrphaned: true });

    fireEvent.click(button('Refresh'));

    expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('Hi Ada,');
    expect(screen.queryByRole('button', { name: 'Enroll' })).toBeNull();
    expect(onRefreshPage).toHaveBeenCalledOnce();
  });

  test('shows hostile names and subjects as text', () => {
    const [step] = aPreview().plan;
    const plan = step ? [{ ...step, subject: HOSTILE }] : [];
    const { panel } = show(aView({ name: HOSTILE, preview: aPreview({ plan }) }), {
      hasMovedOn: true,
    });

    expect(panel.querySelector('img')).toBeNull();
    expect([...panel.querySelectorAll('bdi')].map((bdi) => bdi.textContent)).toContain(HOSTILE);
  });
});
