import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { SCOPES } from '@/lib/mailboxes/outlook/oauth/microsoft-service';
import { aClientForm } from '@/test/support/client-form';
import { ClientSetup, type ClientSetupProps } from './client-setup';

afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

function show({ client }: Pick<ClientSetupProps, 'client'>) {
  const events = { onClient: vi.fn(), onSaveClient: vi.fn(), onCopy: vi.fn() };
  render(<ClientSetup client={client} redirectUrl="https://abc.chromiumapp.org/" {...events} />);
  return events;
}

test('the redirect address is shown and can be copied', () => {
  const { onCopy } = show({ client: aClientForm('outlook', { open: true }) });

  fireEvent.click(button('Copy'));

  expect(onCopy).toHaveBeenCalledWith('https://abc.chromiumapp.org/');
});

test('a client that the build brings is hidden behind its name', () => {
  show({ client: aClientForm('gmail', { id: 'company', builtIn: true }) });

  const details = screen.getByText('Your company’s Google client is built in').closest('details');
  expect(details?.open).toBe(false);
});

test('a secret is never shown in the clear', () => {
  show({ client: aClientForm('gmail', { id: 'x', more: 'hush', open: true }) });

  expect(screen.getByLabelText('Client secret').getAttribute('type')).toBe('password');
});

test('what is typed and saved says at which provider', () => {
  const { onClient, onSaveClient } = show({ client: aClientForm('outlook', { open: true }) });

  fireEvent.input(screen.getByLabelText('Directory (tenant) ID'), { target: { value: 'dir' } });
  fireEvent.click(button('Save app'));

  expect(onClient).toHaveBeenCalledWith('outlook', { more: 'dir' });
  expect(onSaveClient).toHaveBeenCalledWith('outlook');
});

test('what to ask of Microsoft is said in full', () => {
  show({ client: aClientForm('outlook', { open: true }) });

  for (const scope of SCOPES) expect(screen.getByText(new RegExp(scope))).toBeTruthy();
  expect(screen.getByText(/Single-page application/)).toBeTruthy();
});
