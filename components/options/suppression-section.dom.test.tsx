import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { DAY } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { SuppressionSection, type SuppressionSectionProps } from './suppression-section';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

function show(overrides: Partial<SuppressionSectionProps> = {}) {
  const events = {
    onSearch: vi.fn(),
    onMore: vi.fn(),
    onType: vi.fn(),
    onReason: vi.fn(),
    onAdd: vi.fn(),
    onAskToRemove: vi.fn(),
    onRemove: vi.fn(),
    onRetry: vi.fn(),
  };
  render(
    <SuppressionSection
      takesFocus={false}
      rows={[
        { address: '@example.org', reason: 'blocked', at: NOW },
        { address: 'ada@example.com', reason: 'optedOut', at: NOW - 2 * DAY },
      ]}
      hasMore={false}
      failed={false}
      text=""
      typed=""
      reason="blocked"
      invalid={[]}
      error={undefined}
      busy={false}
      removing={undefined}
      now={NOW}
      {...events}
      {...overrides}
    />,
  );
  return events;
}

test('each line says why and since when, and what is a whole domain', () => {
  show();

  const lines = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lines[0]).toMatch(/@example\.org.*Whole domain · today.*Blocked/);
  expect(lines[1]).toMatch(/ada@example\.com.*2 days ago.*Opted out/);
});

test('removing asks first, and keeping has the focus', () => {
  const { onAskToRemove } = show();
  fireEvent.click(button('Remove ada@example.com'));
  cleanup();

  const { onRemove } = show({ removing: 'ada@example.com' });

  expect(onAskToRemove).toHaveBeenCalledWith('ada@example.com');
  expect(document.activeElement?.textContent).toBe('Keep');
  fireEvent.click(button('Remove'));
  expect(onRemove).toHaveBeenCalledWith('ada@example.com');
});

test('lines that were not understood are listed as text', () => {
  show({ invalid: ['nobody', '<img src=x onerror=alert(1)>'] });

  expect(screen.getByText(/Neither an address nor a domain: 2/)).toBeTruthy();
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('an empty list and a search without a hit are two things', () => {
  show({ rows: [] });
  const empty = screen.getByText('Nobody is on the list');
  cleanup();

  show({ rows: [], text: 'ada' });

  expect([empty, screen.getByText('Nothing matches')].every(Boolean)).toBe(true);
});
