import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ClientForm, ConnectState } from '@/components/options/connect-state';
import type { Note } from '@/components/options/note';
import type { SenderId } from '@/lib/domain/ids';
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
  /** The client that the build brings; empty when it brings none. */
  readonly builtInClientId: string;
  /** Where this computer is, to propose; the rep may be somewhere else. */
  readonly zone: Zone;
  readonly say: (note: Note) => void;
}

export interface MailboxModel {
  readonly connect: ReadonlySignal<ConnectState>;
  readonly byHand: ByHandModel;
  readonly client: ReadonlySignal<ClientForm>;
  readonly clientError: ReadonlySignal<string | undefined>;
  readonly zone: ReadonlySignal<Zone>;
  /** The mailbox that is about to be disconnected, once the rep confirms. */
  readonly leaving: ReadonlySignal<SenderId | undefined>;
  readonly typeId: (text: string) => void;
  readonly typeSecret: (text: string) => void;
  readonly saveClient: () => Promise<void>;
  readonly chooseZone: (zone: Zone) => void;
  readonly start: (senderId?: SenderId) => Promise<void>;
  readonly askToLeave: (senderId: SenderId | undefined) => void;
  readonly leave: (sender: SenderChoice) => Promise<void>;
}

/** Connecting and disconnecting the mailboxes that emails leave from. */
export function createMailboxModel(deps: MailboxDeps): MailboxModel {
  const { rpc, settings, say } = deps;
  const connect = signal<ConnectState>({ kind: 'idle' });
  const typedId = signal<string>();
  const typedSecret = signal<string>();
  const clientError = signal<string>();
  const zone = signal(deps.zone);
  const leaving = signal<SenderId>();

  const client = computed((): ClientForm => {
    const { googleClientId, googleClientSecret } = settings.value;
    const id = typedId.value ?? googleClientId;
    const secret = typedSecret.value ?? googleClientSecret;
    return {
      id,
      secret,
      builtIn: deps.builtInClientId !== '' && id === deps.builtInClientId,
      saved: id.trim() === googleClientId && secret.trim() === googleClientSecret,
    };
  });

  const failed = (cause: unknown) => say(failureNote(cause));

  const store = async () => {
    const { id, secret } = client.peek();
    await rpc['settings.save']({
      googleClientId: id,
      googleClientSecret: secret,
    });
    await deps.refresh();
    typedId.value = undefined;
    typedSecret.value = undefined;
  };

  return {
    connect,
    byHand: createByHandModel({ ...deps, zone }),
    client,
    clientError,
    zone,
    leaving,
    typeId: (text) => {
      clientError.value = undefined;
      typedId.value = text;
    },
    typeSecret: (text) => {
      typedSecret.value = text;
    },
    saveClient: async () => {
      if (client.peek().id.trim() === '') {
        clientError.value = t('options.mailbox.noIdYet');
        return;
      }
      try {
        await store();
        if (connect.peek().kind === 'failed') connect.value = { kind: 'idle' };
        say({ tone: 'good', text: t('options.mailbox.clientSaved') });
      } catch (cause) {
        failed(cause);
      }
    },
    chooseZone: (chosen) => {
      zone.value = chosen;
    },
    start: async (senderId) => {
      connect.value = {
        kind: 'connecting',
        ...(senderId !== undefined && { senderId }),
      };
      try {
        // What is typed is meant: nobody should have to press Save first.
        if (!client.peek().saved) await store();
        const outcome = await rpc['mailbox.connect']({
          kind: 'gmail',
          zone: zone.peek(),
          ...(senderId !== undefined && { senderId }),
        });
        if (outcome.kind === 'failed') {
          connect.value = { kind: 'failed', code: outcome.code };
          return;
        }
        connect.value = { kind: 'idle' };
        say({
          tone: 'good',
          text: t('options.mailbox.connected', [outcome.address]),
        });
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
        say({
          tone: 'good',
          text: t('options.mailbox.disconnected', [sender.address]),
        });
        await deps.refresh();
      } catch (cause) {
        failed(cause);
      }
    },
  };
}
