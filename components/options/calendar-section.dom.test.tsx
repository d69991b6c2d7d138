import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { localDateSchema } from '@/lib/time/local-date';
import { CalendarSection, type CalendarSectionProps } from './calendar-section';

afterEach(cleanup);

const date = (text: string) => v.parse(localDateSchema, text);
const range = { from: date('2026-12-24'), to: date('2026-12-26'), name: 'Company holidays' };

function show(overrides: Partial<CalendarSectionProps> = {}) {
  const events = {
    onType: vi.fn(),
    onAdd: vi.fn(),
    onRemove: vi.fn(),
    onRetry: vi.fn(),
    onUpdate: vi.fn(),
  };
  render(
    <CalendarSection
      takesFocus={false}
      loaded
      failed={false}
      ranges={[range]}
      countries={[
        { country: 'PL', until: '2028-12-31' },
        { country: 'DE', until: '2027-12-31' },
      ]}
      holidays={{ kind: 'idle' }}
      form={{ from: '', to: '', name: '' }}
      error={undefined}
      {...events}
      {...overrides}
    />,
  );
  return events;
}

test('own days are shown as they were entered and removed one by one', () => {
  const { onRemove } = show();

  fireEvent.click(screen.getByRole('button', { name: 'Remove Dec 24, 2026 – Dec 26, 2026' }));

  expect(screen.getByText('Company holidays')).toBeTruthy();
  expect(onRemove).toHaveBeenCalledWith(range);
});

test('days are added by Enter as well', () => {
  const { onType, onAdd } = show();

  fireEvent.input(screen.getByLabelText('Day'), { target: { value: '2027-01-04' } });
  const form = screen.getByLabelText('Day').closest('form');
  if (form) fireEvent.submit(form);

  expect(onType).toHaveBeenCalledWith({ from: '2027-01-04' });
  expect(onAdd).toHaveBeenCalledOnce();
});

test('countries are named, and known as far as the one that ends first', () => {
  show();

  expect(screen.getByText('Countries: 2. Known until Dec 31, 2027.')).toBeTruthy();
  expect(screen.getByText(/^Germany/)).toBeTruthy();
  expect(screen.getByText(/^Poland/)).toBeTruthy();
});

test('the work on public holidays says how far it is, and can be tried again', () => {
  show({ holidays: { kind: 'working', done: 40, total: 200 } });
  const working = screen.getByText('Working out public holidays: 40 of 200…');
  cleanup();
  const { onUpdate } = show({ holidays: { kind: 'failed' } });

  fireEvent.click(screen.getByText('Try again'));

  expect(working).toBeTruthy();
  expect(onUpdate).toHaveBeenCalledOnce();
});
