import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NOW, zone } from '@/test/support/builders';
import { anEnrolledStatus } from '@/test/support/overlay-builders';
import type { ChipState } from './chip-state';
import { ControlChip, type ControlChipProps } from './control-chip';

const HOSTILE = `<img src=x onerror="alert(1)"> \u202Eevil ${'x'.repeat(10_000)}`;

afterEach(cleanup);

function show(state: ChipState, overrides: Partial<ControlChipProps> = {}) {
  const props = {
    state,
    now: NOW,
    isOpen: false,
    onOpen: vi.fn(),
    onAct: vi.fn(),
    onRetry: vi.fn(),
    onRefreshPage: vi.fn(),
    onDismiss: vi.fn(),
    openerRef: createRef<HTMLButtonElement>(),
    chipRef: createRef<HTMLFieldSetElement>(),
    ...overrides,
  };
  render(<ControlChip {...props} />);
  const chip = screen.getByRole('group', { name: 'Sequences' });
  return { ...props, chip };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const inOneDay = NOW + 24 * 3_600_000;

describe('the control', () => {
  test('offers to enroll somebody who is free', () => {
    const { onOpen } = show({ kind: 'free' });

    fireEvent.click(button('Enroll'));

    expect(onOpen).toHaveBeenCalledOnce();
    expect(button('Enroll').getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('says why the last time ended before it offers another', () => {
    const at = NOW - 3 * 24 * 3_600_000;
    const lastExit = { reason: 'replied', at, sequenceName: 'Introduction' } as const;

    const { chip } = show({ kind: 'free', lastExit });

    expect(chip.textContent).toContain('Replied · ended 3 days ago');
    expect(button('Enroll again')).toBeTruthy();
  });

  test('says which step comes next by the clock of the contact', () => {
    const status = anEnrolledStatus({ step: 2, nextAt: inOneDay, zone: zone('America/New_York') });

    const { chip } = show({ kind: 'enrolled', status, isBusy: false });

    // 08:00 UTC is 3:00 AM in New York.
    expect(chip.textContent).toMatch(/Introduction.*Step 2 of 3 · tomorrow 3:00\sAM their time/);
  });

  test('calls it your time when the contact’s zone is not known', () => {
    const warsaw = zone('Europe/Warsaw');
    const status = anEnrolledStatus({ nextAt: inOneDay, zone: warsaw, zoneSource: 'sender' });

    const { chip } = show({ kind: 'enrolled', status, isBusy: false });

    expect(chip.textContent).toMatch(/tomorrow 9:00\sAM your time/);
  });

  test('names what a due step waits for', () => {
    const status = anEnrolledStatus({ waiting: 'expired' });

    const { chip } = show({ kind: 'enrolled', status, isBusy: false });

    expect(chip.textContent).toContain('Waiting, connect the mailbox again');
  });

  test('unenrolls once, and not again while it is at it', () => {
    const status = anEnrolledStatus();
    const onAct = vi.fn();
    show({ kind: 'enrolled', status, isBusy: false }, { onAct });
    fireEvent.click(button('Unenroll'));
    cleanup();
    const busy = show({ kind: 'enrolled', status, isBusy: true });

    fireEvent.click(button('Unenroll'));

    expect(onAct.mock.calls.map(([action, id]) => [action, id])).toEqual([
      ['unenroll', status.enrollmentId],
    ]);
    expect(busy.onAct).not.toHaveBeenCalled();
  });

  test('keeps Pause one click away from somebody who is active', () => {
    const status = anEnrolledStatus();
    const onAct = vi.fn();
    show({ kind: 'enrolled', status, isBusy: false }, { onAct });

    fireEvent.click(screen.getByText('Pause'));

    expect(onAct.mock.calls[0]?.slice(0, 2)).toEqual(['pause', status.enrollmentId]);
    expect(button('More').getAttribute('popovertarget')).toBe(
      screen.getByText('Pause').closest('[popover]')?.id,
    );
  });

  test('somebody who is paused can go on, or leave', () => {
    const status = anEnrolledStatus({ paused: true, nextAt: inOneDay });
    const onAct = vi.fn();
    const { chip } = show({ kind: 'enrolled', status, isBusy: false }, { onAct });

    fireEvent.click(button('Resume'));
    fireEvent.click(screen.getByText('Unenroll'));

    expect(chip.textContent).toContain('Step 1 of 3 · Paused');
    expect(chip.textContent).not.toContain('tomorrow');
    expect(onAct.mock.calls.map(([action]) => action)).toEqual(['resume', 'unenroll']);
  });

  test('several people can be enrolled in one go', () => {
    const onEnrollAll = vi.fn();
    const people = ['a', 'b'].map((key) => ({ key, name: key, address: `${key}@example.com` }));
    show({ kind: 'free' }, { picker: { people, chosen: 'a', onPick: vi.fn() }, onEnrollAll });

    fireEvent.click(button('All 2'));

    expect(onEnrollAll).toHaveBeenCalledOnce();
  });

  test('shows a hostile sequence name as text, on one line, whole in its title', () => {
    const status = anEnrolledStatus({ sequenceName: HOSTILE });

    const { chip } = show({ kind: 'enrolled', status, isBusy: false });

    const name = chip.querySelector('bdi');
    expect(name?.textContent).toBe(HOSTILE);
    expect(name?.title).toBe(HOSTILE);
    expect(chip.querySelector('img')).toBeNull();
  });

  test('lets a person choose among several, by name and address', () => {
    const onPick = vi.fn();
    const people = [
      { key: 'a', name: HOSTILE, address: 'ada@example.com' },
      { key: 'b', name: '', address: 'grace@example.com' },
    ];
    const { chip } = show({ kind: 'free' }, { picker: { people, chosen: 'a', onPick } });

    const select = screen.getByRole('combobox', { name: 'Contact' });
    fireEvent.change(select, { target: { selectedIndex: 1 } });

    expect(onPick).toHaveBeenCalledExactlyOnceWith('b');
    expect(chip.querySelectorAll('option')[1]?.textContent).toBe('grace@example.com');
    expect(chip.querySelector('img')).toBeNull();
  });

  test.each([
    ['nobody', 'No contact here'],
    ['noAddress', 'No address'],
  ] as const)('a page with %s explains itself on a click', (kind, text) => {
    const { onOpen } = show({ kind });

    fireEvent.click(button(text));

    expect(onOpen).toHaveBeenCalledOnce();
  });

  test('a failure can be tried again', () => {
    const { onRetry, chip } = show({ kind: 'failed', code: 'storeUnavailable' });

    fireEvent.click(button('Try again'));

    expect(onRetry).toHaveBeenCalledOnce();
    expect(chip.innerHTML).toContain('Your data could not be opened');
  });

  test('an orphan offers a refresh and no dead button', () => {
    const { onRefreshPage, onDismiss, chip } = show({ kind: 'orphaned' });

    fireEvent.click(button('Refresh'));
    fireEvent.click(button('Dismiss'));

    expect(chip.textContent).toContain('Refresh this page');
    expect(screen.getAllByRole('button')).toHaveLength(2);
    expect(onRefreshPage).toHaveBeenCalledOnce();
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});
