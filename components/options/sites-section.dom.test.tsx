import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SiteLine } from './site-line';
import { SitesSection, type SitesSectionProps } from './sites-section';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('"Where do you work?"', () => {
  const aSite = (overrides: Partial<SiteLine> = {}): SiteLine => ({
    id: 'gmail',
    name: 'Gmail',
    origins: ['https://mail.google.com/*'],
    hosts: ['mail.google.com'],
    state: 'off',
    removable: false,
    ...overrides,
  });
  const show = (overrides: Partial<SitesSectionProps>) => {
    const events = {
      onToggle: vi.fn(),
      onType: vi.fn(),
      onSwitchOn: vi.fn(),
      onSwitchOnAgain: vi.fn(),
      onRemove: vi.fn(),
    };
    render(
      <SitesSection
        takesFocus={false}
        lines={[aSite()]}
        everywhere={false}
        picked={[]}
        address=""
        error={undefined}
        {...events}
        {...overrides}
      />,
    );
    return events;
  };

  test('a site is ticked and switched on with one button', () => {
    const { onToggle, onSwitchOn } = show({});

    fireEvent.click(screen.getByRole('checkbox', { name: /Gmail/ }));
    fireEvent.click(button('Switch on'));

    expect(onToggle).toHaveBeenCalledWith('gmail');
    expect(onSwitchOn).toHaveBeenCalledOnce();
  });

  test('Enter in the address field switches on as well', () => {
    const { onSwitchOn, onType } = show({});
    const field = screen.getByLabelText('Another address');

    fireEvent.input(field, { target: { value: 'crm.example.com' } });
    const form = field.closest('form');
    if (form) fireEvent.submit(form);

    expect(onType).toHaveBeenCalledWith('crm.example.com');
    expect(onSwitchOn).toHaveBeenCalledOnce();
  });

  test('an error belongs to its field', () => {
    show({ error: 'Enter an address first.' });

    const field = screen.getByLabelText('Another address');
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(note?.textContent).toBe('Enter an address first.');
  });

  test('a site that is on can be removed', () => {
    const site = aSite({ state: 'on', removable: true });
    const { onRemove } = show({ lines: [site] });

    fireEvent.click(button('Remove Gmail'));

    expect(onRemove).toHaveBeenCalledWith(site);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('one that was taken back says so and can be switched on again', () => {
    const site = aSite({ state: 'takenBack', removable: true });
    const { onSwitchOnAgain } = show({ lines: [site] });

    fireEvent.click(button('Switch on again'));

    expect(screen.getByText(/Gmail was switched off in the browser/)).toBeTruthy();
    expect(onSwitchOnAgain).toHaveBeenCalledWith(site);
  });

  test('with a grant for all sites there is nothing to ask', () => {
    show({ everywhere: true, lines: [aSite({ state: 'on' })] });

    expect(screen.getByText(/run on all sites/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
