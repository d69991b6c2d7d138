import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NOW, zone } from '@/test/support/builders';
import { aCheck, aPreview } from '@/test/support/overlay-builders';
import { EnrollFooter } from './enroll-footer';
import type { EnrollPanelProps } from './enroll-panel';
import { PlaceholderFields } from './placeholder-fields';
import { SendAtField, type SendAtFieldProps } from './send-at-field';
import { senderOptions } from './sender-options';

afterEach(cleanup);

const MONDAY = Date.parse('2026-11-30T14:00:00Z');
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });

describe('when the first email leaves', () => {
  function show(overrides: Partial<SendAtFieldProps> = {}) {
    const onChoose = vi.fn();
    const offers = [
      { at: MONDAY, why: 'window' },
      { at: NOW + 3_600_000, why: 'limit' },
    ] as const;
    render(
      <SendAtField
        value={undefined}
        offers={offers}
        zone={zone('America/New_York')}
        zoneSource="contact"
        now={NOW}
        onChoose={onChoose}
        {...overrides}
      />,
    );
    return onChoose;
  }

  test('is at once, or at a better moment on the contact’s clock, or in the first free slot', () => {
    const onChoose = show();
    const before = radio(/^At once$/).checked;

    fireEvent.click(radio(/^Monday 9:00\sAM their time/));
    fireEvent.click(radio(/first free slot$/));

    expect(before).toBe(true);
    expect(onChoose.mock.calls).toEqual([[MONDAY], [NOW + 3_600_000]]);
  });

  test('says your time when the contact’s zone is not known', () => {
    show({ zone: zone('Europe/Warsaw'), zoneSource: 'sender' });

    expect(radio(/3:00\sPM your time/)).toBeTruthy();
  });

  test('goes back to at once', () => {
    const onChoose = show({ value: MONDAY });
    const before = radio(/their time/).checked;

    fireEvent.click(radio(/^At once$/));

    expect(before).toBe(true);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  test('can be any day and time on the rep’s own clock', () => {
    const onChoose = show({ offers: [], value: NOW + 3_600_000 });
    const input = screen.getByLabelText<HTMLInputElement>('Day and time');

    fireEvent.change(input, { target: { value: '2026-12-01T09:30' } });
    fireEvent.change(input, { target: { value: '' } });

    expect(radio(/your choice/).checked).toBe(true);
    expect(new Date(input.min).getTime()).toBeLessThanOrEqual(NOW);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(new Date('2026-12-01T09:30').getTime());
  });
});

test('every placeholder has a field of its own, and an emptied one says what is missing', () => {
  const onType = vi.fn();
  render(<PlaceholderFields names={['opener', '<b>']} values={{ opener: ' ' }} onType={onType} />);

  fireEvent.input(screen.getByLabelText('<b>'), { target: { value: 'Nice talk' } });

  expect(onType).toHaveBeenCalledExactlyOnceWith('<b>', 'Nice talk');
  expect(screen.getByLabelText('opener').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('<b>').getAttribute('aria-invalid')).toBeNull();
});

test('whoever owns the contact is a sender too, and takes the place of the mailbox', () => {
  const preview = aPreview({ ownerProperties: ['owner_email'] });

  const before = senderOptions(preview);
  const after = senderOptions({ ...preview, ownerProperty: 'owner_email' });

  expect(before.options.map(({ label }) => label)).toEqual([
    'rep@example.com',
    'sales@example.com',
    'Contact owner (owner_email)',
  ]);
  expect(before.chosen).toBe('sender-1 rep@example.com');
  expect(after.chosen).toBe(after.options[2]?.value);
  expect(after.options[2]?.choice).toEqual({
    senderId: undefined,
    from: undefined,
    ownerProperty: 'owner_email',
  });
});

describe('the button', () => {
  const notes = (['coldLead', 'sameCompany'] as const).map((code) =>
    aCheck(code, {
      result: 'warn',
      reason: code === 'coldLead' ? 'cold' : 'colleague',
      overridable: true,
    }),
  );
  const zoneOnly = aPreview().checks;

  function show(checks: EnrollPanelProps['view']['preview'], allowed = true) {
    const onEnroll = vi.fn();
    const preview = checks ?? aPreview();
    const view = {
      ...{
        name: 'Ada',
        preview: { ...preview, allowed },
        chosen: {},
        offers: [],
        placeholders: {},
      },
      ...{ isEdited: false, isRefreshing: false, isEnrolling: false, isRefused: false },
    };
    const none = vi.fn();
    render(
      <EnrollFooter
        {...{ view, now: NOW, hasMovedOn: false, isOrphaned: false, isSettled: true, onEnroll }}
        {...{ onChoose: none, onPlaceholder: none, onEdit: none, onResetEmail: none }}
        {...{ onConnect: none, onRetry: none, onClose: none, onRefreshPage: none, enrollRef: none }}
      />,
    );
    return onEnroll;
  }

  test('says that it accepts every note at once, and how many there are', () => {
    const onEnroll = show(aPreview({ checks: [...notes, ...zoneOnly] }));

    fireEvent.click(screen.getByRole('button', { name: 'Enroll anyway' }));

    expect(document.body.textContent).toContain('“Enroll anyway” accepts the notes above: 2.');
    expect(onEnroll).toHaveBeenCalledOnce();
  });

  test('is plain when there is only a zone to be told about', () => {
    show(aPreview({ checks: zoneOnly }));

    expect(screen.getByRole('button', { name: 'Enroll' })).toBeTruthy();
    expect(document.body.textContent).toContain('so that you can undo');
  });

  test('accepts nothing while something is blocked', () => {
    const blocked = aCheck('suppressed', {
      result: 'block',
      reason: 'spamComplaint',
      params: { address: 'ada@example.com' },
    });
    const onEnroll = show(aPreview({ checks: [...notes, blocked] }), false);

    fireEvent.click(screen.getByRole('button', { name: 'Enroll' }));

    expect(screen.getByRole('button', { name: 'Enroll' }).title).toContain('as spam');
    expect(onEnroll).not.toHaveBeenCalled();
  });
});
