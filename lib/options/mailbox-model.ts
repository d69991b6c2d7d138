import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ClientForm, ConnectState } from '@/components/options/connect-state';
import type { Note } from '@/components/options/note';
import type { SenderId } from '@/lib/domain/ids';
import type { ConnectedKind } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';
import type { Rpc } from '@/lib/rpc/client';
import type { SenderChoice } from '@/lib/rpc/views';
import type { Settings } from '@/lib/settings/settings';
import type { Zone } from '@/lib/time/zone';
import { type ByHandModel, createByHandModel } from './by-hand-model';
import { failureNote } from './failure-note';

export interface MailboxDeps {
  readonly rpc: Pick<
    Rpc,
    'mailbox.byHand' | 'mailbox.connect' | 'mailbox.disconnect' | 'settings.save'
  >;
  readonly settings: ReadonlySignal<Settings>;
  readonly refresh: () => Promise<void>;
  /** What the build brings; clients are empty when it brings none. */
  readonly defaults: Settings;
  /** Where this computer is, to propose; the rep may be somewhere else. */
  readonly zone: Zone;
  readonly say: (note: Note) => void;
}

export interface MailboxModel {
  readonly connect: ReadonlySignal<ConnectState>;
  readonly byHand: ByHandModel;
  readonly clients: ReadonlySignal<readonly ClientForm[]>;
  readonly zone: ReadonlySignal<Zone>;
  /** The mailbox that is about to be disconnected, once the rep confirms. */
  readonly leaving: ReadonlySignal<SenderId | undefined>;
  readonly type: (kind: ConnectedKind, typed: Typed) => void;
  readonly saveClient: (kind: ConnectedKind) => Promise<void>;
  readonly chooseZone: (zone: Zone) => void;
  readonly start: (kind: ConnectedKind, senderId?: SenderId) => Promise<void>;
  readonly askToLeave: (senderId: SenderId | undefined) => void;
  readonly leave: (sender: SenderChoice) => Promise<void>;
}

type Typed = Partial<Pick<ClientForm, 'id' | 'more'>>;

/** Where a provider's client is kept. */
const KEPT = {
  gmail: { id: 'googleClientId', more: 'googleClientSecret' },
  outlook: { id: 'microsoftClientId', more: 'microsoftTenant' },
} as const;
const KINDS = ['gmail', 'outlook'] as const;

/** Connecting and disconnecting the mailboxes that emails leave from. */
export function createMailboxModel(deps: MailboxDeps): MailboxModel {
  const { rpc, say } = deps;
  const connect = signal<ConnectState>({ kind: 'idle' });
  const typed = signal<Readonly<Record<ConnectedKind, Typed>>>({ gmail: {}, outlook: {} });
  const missing = signal<ConnectedKind>();
  const zone = signal(deps.zone);
  const leaving = signal<SenderId>();
  const clients = computed(() =>
    KINDS.map((kind) =>
      clientForm(kind, {
        stored: deps.settings.value,
        defaults: deps.defaults,
        typed: typed.value[kind],
        connect: connect.value,
        isMissing: missing.value === kind,
      }),
    ),
  );
  const client = (wanted: ConnectedKind) => clients.peek().find(({ kind }) => kind === wanted);

  const failed = (cause: unknown) => say(failureNote(cause));

  const store = async (kind: ConnectedKind) => {
    const { id = '', more = '' } = client(kind) ?? {};
    await rpc['settings.save']({ [KEPT[kind].id]: id, [KEPT[kind].more]: more });
    await deps.refresh();
    typed.value = { ...typed.value, [kind]: {} };
  };

  return {
    connect,
    clients,
    byHand: createByHandModel({ ...deps, zone }),
    zone,
    leaving,
    type: (kind, change) => {
      missing.value = undefined;
      typed.value = { ...typed.value, [kind]: { ...typed.value[kind], ...change } };
    },
    saveClient: async (kind) => {
      if (client(kind)?.id.trim() === '') {
        missing.value = kind;
        return;
      }
      try {
        await store(kind);
        if (connect.peek().kind === 'failed') connect.value = { kind: 'idle' };
        say({ tone: 'good', text: savedSentence(kind) });
      } catch (cause) {
        failed(cause);
      }
    },
    chooseZone: (chosen) => {
      zone.value = chosen;
    },
    start: async (mailbox, senderId) => {
      const whose = senderId === undefined ? {} : { senderId };
      connect.value = { kind: 'connecting', mailbox, ...whose };
      try {
        // What is typed is meant: nobody should have to press Save first.
        if (client(mailbox)?.saved === false) await store(mailbox);
        const outcome = await rpc['mailbox.connect']({
          kind: mailbox,
          zone: zone.peek(),
          ...whose,
        });
        if (outcome.kind === 'failed') {
          connect.value = { kind: 'failed', mailbox, code: outcome.code };
          return;
        }
        connect.value = { kind: 'idle' };
        say({ tone: 'good', text: t('options.mailbox.connected', [outcome.address]) });
        await deps.refresh();
      } catch (cause) {
        connect.value = { kind: 'idle' };
        failed(cause);
      }
    },
    askToLeave: (senderId) => {
      leaving.value = senderId;
    },
    leave: async (sender) => {
      leaving.value = undefined;
      try {
        await rpc['mailbox.disconnect']({ senderId: sender.id });
        say({ tone: 'good', text: t('options.mailbox.disconnected', [sender.address]) });
        await deps.refresh();
      } catch (cause) {
        failed(cause);
      }
    },
  };
}

function clientForm(
  kind: ConnectedKind,
  known: {
    readonly stored: Settings;
    readonly defaults: Settings;
    readonly typed: Typed;
    readonly connect: ConnectState;
    readonly isMissing: boolean;
  },
): ClientForm {
  const { stored, defaults, typed, connect } = known;
  const keys = KEPT[kind];
  const id = typed.id ?? stored[keys.id];
  const more = typed.more ?? stored[keys.more];
  const saved = id.trim() === stored[keys.id] && more.trim() === stored[keys.more];
  const isAtFault =
    connect.kind === 'failed' &&
    connect.mailbox === kind &&
    (connect.code === 'noClientId' || connect.code === 'badClient');
  // A company has one of them: the other one's form is not in the way.
  const isFirst = kind === 'gmail' && KINDS.every((one) => stored[KEPT[one].id] === '');
  return {
    kind,
    id,
    more,
    saved,
    builtIn: defaults[keys.id] !== '' && id === defaults[keys.id],
    error: known.isMissing ? t('options.mailbox.noIdYet') : undefined,
    open: isAtFault || !saved || isFirst,
  };
}

function savedSentence(kind: ConnectedKind): string {
  return kind === 'gmail' ? t('options.mailbox.clientSaved') : t('options.microsoft.saved');
}
