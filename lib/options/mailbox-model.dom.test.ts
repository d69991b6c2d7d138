import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import type { Note } from '@/components/options/note';
import { RpcFailure } from '@/lib/rpc/failure';
import type { ConnectOutcome } from '@/lib/rpc/views';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { address, senderId, zone } from '@/test/support/builders';
import { aSenderChoice } from '@/test/support/view-builders';
import { createMailboxModel, type MailboxDeps } from './mailbox-model';

const connected: ConnectOutcome = {
  kind: 'connected',
  senderId: senderId('sender-1'),
  address: address('rep@example.com'),
};

function aMailbox(overrides: { outcome?: ConnectOutcome | Error; builtIn?: string } = {}) {
  const builtInClientId = overrides.builtIn ?? '';
  const settings = signal<Settings>({
    ...DEFAULT_SETTINGS,
    googleClientId: builtInClientId,
    googleClientSecret: '',
  });
  const outcome = overrides.outcome ?? connected;
  const notes: Note[] = [];
  const calls: unknown[] = [];
  const rpc: MailboxDeps['rpc'] = {
    'mailbox.connect': async (input) => {
      calls.push(['connect', input]);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    'mailbox.byHand': async ({ address: of }) => ({
      kind: 'added',
      senderId: senderId('s'),
      address: address(of),
    }),
    'mailbox.disconnect': async (input) => {
      calls.push(['disconnect', input]);
    },
    'settings.save': async ({ googleClientId = '', googleClientSecret = '' }) => {
      calls.push(['save', googleClientId, googleClientSecret]);
      settings.value = { ...settings.value, googleClientId, googleClientSecret };
    },
  };
  const refresh = vi.fn(async () => undefined);
  const say = (note: Note) => void notes.push(note);
  const deps = { rpc, settings, refresh, builtInClientId, zone: zone('Europe/Warsaw'), say };
  return { mailbox: createMailboxModel(deps), notes, calls, refresh };
}

describe('connecting a mailbox', () => {
  test('proposes the zone of this computer and takes another one', async () => {
    const { mailbox, calls, notes, refresh } = aMailbox();
    const proposed = mailbox.zone.value;
    mailbox.chooseZone(zone('America/New_York'));

    await mailbox.start();

    expect(proposed).toBe('Europe/Warsaw');
    expect(calls).toEqual([['connect', { kind: 'gmail', zone: 'America/New_York' }]]);
    expect(notes).toEqual([{ tone: 'good', text: 'Connected: rep@example.com.' }]);
    expect(refresh).toHaveBeenCalled();
  });

  test('says that Google is waited for, and for which mailbox', async () => {
    const { mailbox } = aMailbox();

    const done = mailbox.start(senderId('sender-1'));
    const meanwhile = mailbox.connect.value;
    await done;

    expect(meanwhile).toEqual({ kind: 'connecting', senderId: 'sender-1' });
    expect(mailbox.connect.value).toEqual({ kind: 'idle' });
  });

  test('stores what was typed first, so that nobody has to press Save', async () => {
    const { mailbox, calls } = aMailbox();
    mailbox.typeId('id.apps.googleusercontent.com');
    mailbox.typeSecret('hush');

    await mailbox.start();

    expect(calls[0]).toEqual(['save', 'id.apps.googleusercontent.com', 'hush']);
    expect(mailbox.client.value).toMatchObject({
      id: 'id.apps.googleusercontent.com',
      saved: true,
    });
  });

  test.each([
    'noClientId',
    'cancelled',
    'denied',
    'badClient',
    'missingScope',
    'differentAccount',
    'offline',
    'unavailable',
  ] as const)('a failure keeps its name: %s', async (code) => {
    const { mailbox, notes } = aMailbox({ outcome: { kind: 'failed', code } });

    await mailbox.start();

    expect(mailbox.connect.value).toEqual({ kind: 'failed', code });
    expect(notes).toEqual([]);
  });

  test('a worker that does not answer leaves the button usable and says so', async () => {
    const { mailbox, notes } = aMailbox({ outcome: new RpcFailure('internal') });

    await mailbox.start();

    expect(mailbox.connect.value).toEqual({ kind: 'idle' });
    expect(notes[0]).toEqual({
      tone: 'bad',
      text: 'Something went wrong. Nothing was changed. Please try again.',
    });
  });
});

describe('the Google client', () => {
  test('is saved and said to be', async () => {
    const { mailbox, notes } = aMailbox();
    mailbox.typeId('id');
    const before = mailbox.client.value.saved;

    await mailbox.saveClient();

    expect([before, mailbox.client.value.saved]).toEqual([false, true]);
    expect(notes[0]?.text).toMatch(/client saved/);
  });

  test('without an id is not saved', async () => {
    const { mailbox, calls } = aMailbox();
    mailbox.typeSecret('hush');

    await mailbox.saveClient();

    expect(mailbox.clientError.value).toBe('Enter the client ID first.');
    expect(calls).toEqual([]);
  });

  test('of the build is recognized until another one is typed', () => {
    const { mailbox } = aMailbox({ builtIn: 'company.apps.googleusercontent.com' });
    const before = mailbox.client.value.builtIn;

    mailbox.typeId('other');

    expect([before, mailbox.client.value.builtIn]).toEqual([true, false]);
  });
});

test('a mailbox is disconnected only after a second word', async () => {
  const { mailbox, calls, notes } = aMailbox();
  const sender = aSenderChoice();
  mailbox.askToLeave(sender.id);
  const asked = [mailbox.leaving.value, calls.length];

  await mailbox.leave(sender);

  expect(asked).toEqual(['sender-1', 0]);
  expect(calls).toEqual([['disconnect', { senderId: 'sender-1' }]]);
  expect(notes[0]?.text).toBe('Disconnected: rep@example.com.');
  expect(mailbox.leaving.value).toBeUndefined();
});
