import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SenderId } from '@/lib/domain/ids';
import { senderDraftOf } from '@/lib/options/sender-draft-of';
import type { SenderChoice } from '@/lib/rpc/views';
import { address, zone } from '@/test/support/builders';
import { aSenderChoice } from '@/test/support/view-builders';
import { MailboxSection, type MailboxSectionProps } from './mailbox-section';
import type { SenderForm } from './sender-draft';

afterEach(cleanup);

const formsOf = (senders: readonly SenderChoice[]) =>
  new Map(
    senders.map((sender): [SenderId, SenderForm] => [
      sender.id,
      {
        draft: senderDraftOf(sender),
        changed: true,
        saving: false,
        saved: false,
        errors: {},
        effectiveLimit: 200,
        engineLimit: 1_000,
      },
    ]),
  );

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the mailbox', () => {
  const show = (overrides: Partial<MailboxSectionProps> = {}) => {
    const events = {
      onZone: vi.fn(),
      onConnect: vi.fn(),
      onAskToLeave: vi.fn(),
      onLeave: vi.fn(),
      onSender: vi.fn(),
      onSaveSender: vi.fn(),
      onRetry: vi.fn(),
      onClientId: vi.fn(),
      onClientSecret: vi.fn(),
      onSaveClient: vi.fn(),
      onCopy: vi.fn(),
    };
    render(
      <MailboxSection
        takesFocus={false}
        failed={false}
        senders={[]}
        connect={{ kind: 'idle' }}
        zone={zone('Europe/Warsaw')}
        zones={['Europe/Warsaw', 'America/New_York'].map((name) => ({
          value: zone(name),
          label: name.replace('_', ' '),
        }))}
        forms={formsOf(overrides.senders ?? [])}
        leaving={undefined}
        byHand={{
          draft: { name: '', address: '', program: 'gmail' },
          error: undefined,
          busy: false,
          onChange: vi.fn(),
          onAdd: vi.fn(),
        }}
        client={{ id: '', secret: '', builtIn: false, saved: true }}
        clientError={undefined}
        clientOpen={false}
        redirectUrl="https://abc.chromiumapp.org/"
        {...events}
        {...overrides}
      />,
    );
    return events;
  };

  test('the first one is connected with the zone that is shown', () => {
    const { onConnect } = show();

    fireEvent.click(button('Connect Gmail'));

    expect(screen.getByLabelText('Your time zone')).toHaveProperty('value', 'Europe/Warsaw');
    expect(onConnect).toHaveBeenCalledWith();
  });

  test('while Google is waited for a second click does nothing', () => {
    const { onConnect } = show({ connect: { kind: 'connecting' } });

    fireEvent.click(button('Connect Gmail'));

    expect(onConnect).not.toHaveBeenCalled();
    expect(screen.getByText('Waiting for Google…')).toBeTruthy();
  });

  test.each([
    ['noClientId', /no Google client ID yet/],
    ['cancelled', /window was closed/],
    ['denied', /choose Allow/],
    ['badClient', /does not accept this client/],
    ['missingScope', /tick every box/],
    ['differentAccount', /another account/],
    ['offline', /when you are online/],
    ['unavailable', /try again in a minute/],
  ] as const)('%s names its next step and is read out', (code, sentence) => {
    show({ connect: { kind: 'failed', code } });

    expect(screen.getByText(sentence).closest('[aria-live="polite"]')).toBeTruthy();
  });

  test.each([
    ['connected', 'Connected'],
    ['expired', 'Sign-in expired'],
    ['revoked', 'Access taken back'],
    ['offline', 'Offline'],
  ] as const)('a sender that is %s says "%s" and can be connected again', (connection, word) => {
    const sender = aSenderChoice({ connection });
    const { onConnect } = show({ senders: [sender] });

    fireEvent.click(button('Reconnect rep@example.com'));

    expect(screen.getByText(word)).toBeTruthy();
    expect(onConnect).toHaveBeenCalledWith(sender.id);
  });

  test('disconnecting asks first, with the safe answer in focus', () => {
    const sender = aSenderChoice();
    const { onLeave, onAskToLeave } = show({ senders: [sender], leaving: sender.id });
    const focused = document.activeElement?.textContent;

    fireEvent.click(button('Keep connected'));
    fireEvent.click(button('Disconnect'));

    expect(focused).toBe('Keep connected');
    expect(onAskToLeave).toHaveBeenCalledWith(undefined);
    expect(onLeave).toHaveBeenCalledWith(sender);
  });

  test('the redirect address is shown and can be copied', () => {
    const { onCopy } = show({ clientOpen: true });

    fireEvent.click(button('Copy'));

    expect(onCopy).toHaveBeenCalledWith('https://abc.chromiumapp.org/');
  });

  test('a client that the build brings is hidden behind its name', () => {
    show({ client: { id: 'company', secret: '', builtIn: true, saved: true } });

    const details = screen.getByText('Your company’s Google client is built in').closest('details');
    expect(details?.open).toBe(false);
  });

  test('a secret is never shown in the clear', () => {
    show({ client: { id: 'x', secret: 'hush', builtIn: false, saved: true }, clientOpen: true });

    expect(screen.getByLabelText('Client secret').getAttribute('type')).toBe('password');
  });

  describe('how a mailbox sends', () => {
    const sender = aSenderChoice({
      providerLimit: 350,
      addresses: ['rep@example.com', 'robin@example.org'].map((text, index) => ({
        address: address(text),
        name: '',
        isDefault: index === 0,
      })),
    });

    test('every part is handed on, and saved by Enter as well', () => {
      const { onSender, onSaveSender } = show({ senders: [sender] });
      const type = (label: string, value: string) =>
        fireEvent.input(screen.getByLabelText(label), { target: { value } });

      type('Your name', 'Robin');
      type('Your own limit in 24 hours', '200');
      fireEvent.change(screen.getByLabelText('Send from'), {
        target: { value: 'robin@example.org' },
      });
      fireEvent.click(screen.getByLabelText('Shared or team inbox'));
      fireEvent.submit(screen.getByRole('form', { name: /How rep@example.com sends/ }));

      expect(onSender.mock.calls.map(([, change]) => change)).toEqual([
        { name: 'Robin' },
        { adminLimit: '200' },
        { defaultAddress: 'robin@example.org' },
        { shared: true },
      ]);
      expect(onSaveSender).toHaveBeenCalledWith(sender.id);
    });

    test('the limit in force says what it comes from', () => {
      show({ senders: [sender] });

      expect(
        screen.getByText(/^Limit in force: 200\..*engine’s 1000.*provider’s 350/),
      ).toBeTruthy();
    });
  });
});
