import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SenderId } from '@/lib/domain/ids';
import { senderDraftOf } from '@/lib/options/sender-draft-of';
import type { SenderChoice } from '@/lib/rpc/views';
import { address, zone } from '@/test/support/builders';
import { aClientForm } from '@/test/support/client-form';
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
      onClient: vi.fn(),
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
        clients={[aClientForm('gmail'), aClientForm('outlook')]}
        byHand={{
          draft: { name: '', address: '', program: 'gmail' },
          error: undefined,
          busy: false,
          onChange: vi.fn(),
          onAdd: vi.fn(),
        }}
        redirectUrl="https://abc.chromiumapp.org/"
        {...events}
        {...overrides}
      />,
    );
    return events;
  };

  test.each([
    ['Connect Gmail', 'gmail'],
    ['Connect Outlook', 'outlook'],
  ])('the first one is connected with the zone that is shown: %s', (name, kind) => {
    const { onConnect } = show();

    fireEvent.click(button(name));

    expect(screen.getByLabelText('Your time zone')).toHaveProperty('value', 'Europe/Warsaw');
    expect(onConnect).toHaveBeenCalledWith(kind);
  });

  test.each([
    ['Connect Gmail', 'gmail', 'Waiting for Google…'],
    ['Connect Outlook', 'outlook', 'Waiting for Microsoft…'],
  ] as const)('while it is waited for a second click does nothing: %s', (name, mailbox, text) => {
    const { onConnect } = show({ connect: { kind: 'connecting', mailbox } });

    fireEvent.click(button(name));

    expect(onConnect).not.toHaveBeenCalled();
    expect(screen.getByText(text)).toBeTruthy();
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
    expect(onConnect).toHaveBeenCalledWith('gmail', sender.id);
  });

  test('an Outlook mailbox is named so, and connected again at Microsoft', () => {
    const sender = aSenderChoice({ kind: 'outlook', connection: 'expired' });
    const { onConnect } = show({ senders: [sender] });

    fireEvent.click(button('Reconnect rep@example.com'));

    expect(screen.getByText('Outlook')).toBeTruthy();
    expect(screen.getByText(/^Microsoft asks you to sign in again/)).toBeTruthy();
    expect(onConnect).toHaveBeenCalledWith('outlook', sender.id);
    expect(button('Connect another Outlook')).toBeTruthy();
    expect(button('Connect Gmail')).toBeTruthy();
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
