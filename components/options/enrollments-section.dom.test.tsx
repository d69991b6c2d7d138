// Long because every state of the list has its own test.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { enrollmentId, NOW } from '@/test/support/builders';
import { anEnrollmentRow } from '@/test/support/view-builders';
import { EnrollmentsSection, type EnrollmentsSectionProps } from './enrollments-section';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the enrollments', () => {
  const show = (overrides: Partial<EnrollmentsSectionProps>) => {
    const events = {
      onFilter: vi.fn(),
      onMore: vi.fn(),
      onPick: vi.fn(),
      onAction: vi.fn(),
      onHistory: vi.fn(),
      onRetry: vi.fn(),
    };
    const bulk = {
      onToggleAll: vi.fn(),
      onChange: vi.fn(),
      onCancel: vi.fn(),
      onUndo: vi.fn(),
      onDismiss: vi.fn(),
    };
    const rows = 'rows' in overrides ? overrides.rows : [anEnrollmentRow()];
    render(
      <EnrollmentsSection
        takesFocus={false}
        rows={rows}
        shown={rows ?? []}
        failed={false}
        hasMore={false}
        filter={{ text: '', state: 'any' }}
        busy={undefined}
        picked={new Set()}
        bulk={{ all: 'none', view: undefined, ...bulk }}
        history={undefined}
        now={NOW}
        {...events}
        {...overrides}
      />,
    );
    const list = () => screen.getByRole('list', { name: 'Enrollments' });
    return { ...events, bulk, lines: () => within(list()).getAllByRole('listitem') };
  };

  test('say who seems to ask for no more emails, and offer to write no more', () => {
    const row = anEnrollmentRow({ state: 'unenrolled', reason: 'replied', asksOptOut: true });
    const { onAction, lines } = show({ rows: [row] });

    fireEvent.click(button(`Never write to ${row.contactName} again`));

    expect(lines()[0]?.textContent).toContain('seems to ask for no more emails');
    expect(onAction).toHaveBeenCalledWith(row, 'suppress');
  });

  test('say until when somebody is away, and what asks for an answer', () => {
    const away = { why: 'absence', until: Date.parse('2026-12-14T12:00:00Z') } as const;
    const { lines } = show({
      rows: [
        anEnrollmentRow({ enrollmentId: enrollmentId('e1'), state: 'paused', pause: away }),
        anEnrollmentRow({
          enrollmentId: enrollmentId('e2'),
          state: 'paused',
          pause: { why: 'ownMessage' },
        }),
      ],
    });

    expect(lines()[0]?.textContent).toContain('Away until Dec 14');
    expect(lines()[1]?.textContent).toContain('Paused because you wrote by hand');
  });

  test('a line says who, in what, how far, and what is next on their clock', () => {
    const { lines } = show({});

    const text = lines()[0]?.textContent;
    expect(text).toContain('Ada Lovelace');
    expect(text).toContain('ada@example.com');
    expect(text).toContain('Step 2 of 3');
    expect(text).toContain('Next: tomorrow 3:00 AM their time');
  });

  test.each([
    [{ state: 'unenrolled', reason: 'replied' }, 'Replied'],
    [{ state: 'failed', reason: 'outcomeUnknown' }, /Look in your Sent folder/],
    [{ state: 'active', waiting: 'revoked' }, /access to the mailbox was taken away/],
  ] as const)('%o gives its reason', (row, reason) => {
    show({ rows: [anEnrollmentRow(row)] });

    expect(screen.getByText(reason)).toBeTruthy();
  });

  test('what still runs can be unenrolled, what ended cannot', () => {
    const live = anEnrollmentRow({ contactName: 'Ada' });
    const over = anEnrollmentRow({ contactName: 'Alan', state: 'finished' });
    const { onAction } = show({ rows: [live, over] });

    fireEvent.click(button('Unenroll Ada'));

    expect(onAction).toHaveBeenCalledWith(live, 'unenroll');
    expect(screen.queryByRole('button', { name: 'Unenroll Alan' })).toBeNull();
  });

  test('a filter narrows by text and by state', () => {
    const { onFilter } = show({});

    fireEvent.input(screen.getByLabelText('Search'), { target: { value: 'ada' } });
    fireEvent.change(screen.getByLabelText('State'), { target: { value: 'paused' } });

    expect(onFilter.mock.calls).toEqual([[{ text: 'ada' }], [{ state: 'paused' }]]);
  });

  test('a filter that finds nothing can be cleared', () => {
    const { onFilter } = show({ shown: [] });

    fireEvent.click(button('Clear filter'));

    expect(onFilter).toHaveBeenCalledWith({ text: '', state: 'any' });
  });

  test('nobody enrolled yet says how to begin', () => {
    show({ rows: [] });

    expect(screen.getByText(/click Enroll. You can watch it here/)).toBeTruthy();
  });

  test('a list that cannot be read is never shown as empty', () => {
    const { onRetry } = show({ rows: undefined, failed: true, shown: [] });

    fireEvent.click(button('Try again'));

    expect(onRetry).toHaveBeenCalledOnce();
  });

  test('hostile names are text', () => {
    show({ rows: [anEnrollmentRow({ contactName: '<img src=x onerror=alert(1)>' })] });

    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  });

  test('a running one can be paused, a paused one resumed, and not the other way round', () => {
    const active = anEnrollmentRow({ contactName: 'Ada' });
    const paused = anEnrollmentRow({
      enrollmentId: enrollmentId('enrollment-2'),
      contactName: 'Alan',
      state: 'paused',
    });
    const { onAction } = show({ rows: [active, paused] });

    fireEvent.click(button('Pause Ada'));
    fireEvent.click(button('Resume Alan'));

    expect(onAction.mock.calls).toEqual([
      [active, 'pause'],
      [paused, 'resume'],
    ]);
    expect(screen.queryByRole('button', { name: /Resume Ada|Pause Alan/ })).toBeNull();
  });

  test('the history of one opens under it and says why and when', () => {
    const entries: JournalEntry[] = [
      { at: NOW, code: 'stepSent', actor: 'engine', params: { step: 1 } },
      { at: NOW, code: 'unenrolled', actor: 'person', params: { reason: 'replied' } },
    ];
    const { onHistory } = show({ history: { id: anEnrollmentRow().enrollmentId, entries } });

    const lines = within(screen.getByRole('list', { name: 'History of Ada Lovelace' }))
      .getAllByRole('listitem')
      .map((line) => line.textContent);
    fireEvent.click(button('History of Ada Lovelace'));

    expect(lines[0]).toMatch(/Tue, Nov 24, 3:00 AM\s?Email 1 sent/);
    expect(lines[1]).toContain('Unenrolled: Replied');
    expect(button('History of Ada Lovelace').getAttribute('aria-expanded')).toBe('true');
    expect(onHistory).toHaveBeenCalledOnce();
  });

  describe('choosing many', () => {
    test('nothing can be done to nobody, and the reason can be found', () => {
      const { bulk } = show({});

      fireEvent.click(button(/^Pause the chosen/));

      expect(button(/^Pause the chosen/).title).toBe('Choose somebody first');
      expect(bulk.onChange).not.toHaveBeenCalled();
    });

    test('what is chosen can be changed at once', () => {
      const row = anEnrollmentRow();
      const { bulk, onPick } = show({ picked: new Set([row.enrollmentId]) });

      fireEvent.click(screen.getByRole('checkbox', { name: 'Choose Ada Lovelace' }));
      fireEvent.click(button('Unenroll the chosen: 1'));

      expect(onPick).toHaveBeenCalledWith(row.enrollmentId);
      expect(bulk.onChange).toHaveBeenCalledWith('unenroll');
    });

    test('some of all is neither', () => {
      show({ bulk: { ...noBulk, all: 'some' } });

      expect(screen.getByLabelText('All shown')).toMatchObject({
        checked: false,
        indeterminate: true,
      });
    });

    const counts = { total: 4, done: 4, changed: 2, unchanged: 1, canceled: 1 };

    test('shows how far it is and can be canceled', () => {
      const view = { ...counts, action: 'pause', state: 'running', done: 2 } as const;
      const onCancel = vi.fn();
      show({ bulk: { ...noBulk, view, onCancel } });

      fireEvent.click(button('Cancel'));

      expect(screen.getByRole('progressbar')).toMatchObject({ value: 2, max: 4 });
      expect(onCancel).toHaveBeenCalledOnce();
    });

    test('says what came of each, and offers to take it back while that works', () => {
      const view = { ...counts, action: 'unenroll', state: 'canceled', secondsLeft: 7 } as const;
      const onUndo = vi.fn();
      show({ bulk: { ...noBulk, view, onUndo } });

      fireEvent.click(button(/^Undo/));

      expect(screen.getByText('Unenrolled: 2 · Had ended before: 1 · Not begun: 1')).toBeTruthy();
      expect(onUndo).toHaveBeenCalledOnce();
    });

    test('offers nothing to take back once it is too late', () => {
      const view = { ...counts, action: 'unenroll', state: 'finished' } as const;
      show({ bulk: { ...noBulk, view } });

      expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    });
  });
});

const noBulk: EnrollmentsSectionProps['bulk'] = {
  all: 'none',
  view: undefined,
  onToggleAll: () => undefined,
  onChange: () => undefined,
  onCancel: () => undefined,
  onUndo: () => undefined,
  onDismiss: () => undefined,
};
