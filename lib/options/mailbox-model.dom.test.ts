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
  const defaults = {
    ...DEFAULT_SETTINGS,
    googleClientId: overrides.builtIn ?? '',
    googleClientSecret: '',
  };
  const settings = signal<Settings>(defaults);
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
    'settings.save': async (change) => {
      calls.push(['save', change]);
      const { googleClientId = '', googleClientSecret = '', ...rest } = settings.value;
      settings.value = { ...rest, googleClientId, googleClientSecret, ...withoutGaps(change) };
    },
  };
  const refresh = vi.fn(async () => undefined);
  const say = (note: Note) => void notes.push(note);
  const deps = { rpc, settings, refresh, defaults, zone: zone('Europe/Warsaw'), say };
  return { mailbox: createMailboxModel(deps), notes, calls, refresh };
}

/** What was left out of a change stays. */
const withoutGaps = (change: Parameters<MailboxDeps['rpc']['settings.save']>[0]) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

describe('connecting a mailbox', () => {
  test('proposes the zone of this computer and takes another one', async () => {
    const { mailbox, calls, notes, refresh } = aMailbox();
    const proposed = mailbox.zone.value;
    mailbox.chooseZone(zone('America/New_York'));

    await mailbox.start('gmail');

    expect(proposed).toBe('Europe/Warsaw');
    expect(calls).toEqual([['connect', { kind: 'gmail', zone: 'America/New_York' }]]);
    expect(notes).toEqual([{ tone: 'good', text: 'Connected: rep@example.com.' }]);
    expect(refresh).toHaveBeenCalled();
  });

  test('says that Google is waited for, and for which mailbox', async () => {
    const { mailbox } = aMailbox();

    const done = mailbox.start('gmail', senderId('sender-1'));
    const meanwhile = mailbox.connect.value;
    await done;

    expect(meanwhile).toEqual({
      kind: 'connecting',
      mailbox: 'gmail',
      senderId: 'sender-1',
    });
    expect(mailbox.connect.value).toEqual({ kind: 'idle' });
  });

  test('stores what was typed first, so that nobody has to press Save', async () => {
    const { mailbox, calls } = aMailbox();
    mailbox.type('gmail', { id: 'id.apps.googleusercontent.com' });
    mailbox.type('gmail', { more: 'hush' });

    await mailbox.start('gmail');

    expect(calls[0]).toEqual([
      'save',
      { googleClientId: 'id.apps.googleusercontent.com', googleClientSecret: 'hush' },
    ]);
    expect(mailbox.clients.value[0]).toMatchObject({
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

    await mailbox.start('gmail');

    expect(mailbox.connect.value).toEqual({ kind: 'failed', mailbox: 'gmail', code });
    expect(notes).toEqual([]);
  });

  test('a worker that does not answer leaves the button usable and says so', async () => {
    const { mailbox, notes } = aMailbox({ outcome: new RpcFailure('internal') });

    await mailbox.start('gmail');

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
    mailbox.type('gmail', { id: 'id' });
    const before = mailbox.clients.value[0]?.saved;

    await mailbox.saveClient('gmail');

    expect([before, mailbox.clients.value[0]?.saved]).toEqual([false, true]);
    expect(notes[0]?.text).toMatch(/client saved/);
  });

  test('without an id is not saved', async () => {
    const { mailbox, calls } = aMailbox();
    mailbox.type('gmail', { more: 'hush' });

    await mailbox.saveClient('gmail');

    expect(mailbox.clients.value.map(({ error }) => error)).toEqual([
      'Enter the client ID first.',
      undefined,
    ]);
    expect(calls).toEqual([]);
  });

  test('of the build is recognized until another one is typed', () => {
    const { mailbox } = aMailbox({ builtIn: 'company.apps.googleusercontent.com' });
    const before = mailbox.clients.value[0]?.builtIn;

    mailbox.type('gmail', { id: 'other' });

    expect([before, mailbox.clients.value[0]?.builtIn]).toEqual([true, false]);
  });
});

describe('the Microsoft app', () => {
  test('is stored under its own names, and Outlook connected with it', async () => {
    const { mailbox, calls } = aMailbox();
    mailbox.type('outlook', { id: '1111', more: 'contoso.example.com' });

    await mailbox.start('outlook');

    expect(calls).toEqual([
      ['save', { microsoftClientId: '1111', microsoftTenant: 'contoso.example.com' }],
      ['connect', { kind: 'outlook', zone: 'Europe/Warsaw' }],
    ]);
  });

  test('opens when it is at fault, and only then', async () => {
    const { mailbox } = aMailbox({
      builtIn: 'company',
      outcome: { kind: 'failed', code: 'badClient' },
    });
    const before = mailbox.clients.value.map(({ open }) => open);

    await mailbox.start('outlook');

    expect(before).toEqual([false, false]);
    expect(mailbox.clients.value.map(({ open }) => open)).toEqual([false, true]);
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
