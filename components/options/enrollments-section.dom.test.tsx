import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NOW } from '@/test/support/builders';
import { anEnrollmentRow } from '@/test/support/view-builders';
import { EnrollmentsSection, type EnrollmentsSectionProps } from './enrollments-section';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the enrollments', () => {
  const show = (overrides: Partial<EnrollmentsSectionProps>) => {
    const events = {
      onFilter: vi.fn(),
      onMore: vi.fn(),
      onUnenroll: vi.fn(),
      onRetry: vi.fn(),
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
        now={NOW}
        {...events}
        {...overrides}
      />,
    );
    return { ...events, lines: () => within(screen.getByRole('list')).getAllByRole('listitem') };
  };

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
    const { onUnenroll } = show({ rows: [live, over] });

    fireEvent.click(button('Unenroll Ada'));

    expect(onUnenroll).toHaveBeenCalledWith(live);
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
});
