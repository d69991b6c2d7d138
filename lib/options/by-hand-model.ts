import { type ReadonlySignal, signal } from '@preact/signals';
import type { ByHandDraft } from '@/components/options/by-hand-form';
import type { Note } from '@/components/options/note';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { t } from '@/lib/i18n/t';
import type { Rpc } from '@/lib/rpc/client';
import type { Zone } from '@/lib/time/zone';
import { failureNote } from './failure-note';

export interface ByHandDeps {
  readonly rpc: Pick<Rpc, 'mailbox.byHand'>;
  readonly zone: ReadonlySignal<Zone>;
  readonly refresh: () => Promise<void>;
  readonly say: (note: Note) => void;
}

export interface ByHandModel {
  readonly draft: ReadonlySignal<ByHandDraft>;
  readonly error: ReadonlySignal<string | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly change: (change: Partial<ByHandDraft>) => void;
  readonly add: () => Promise<void>;
}

const NOTHING: ByHandDraft = { name: '', address: '', program: 'gmail' };

/** Adding a sender who sends by hand. */
export function createByHandModel({ rpc, zone, refresh, say }: ByHandDeps): ByHandModel {
  const draft = signal(NOTHING);
  const error = signal<string>();
  const busy = signal(false);
  return {
    draft,
    error,
    busy,
    change: (change) => {
      error.value = undefined;
      draft.value = { ...draft.peek(), ...change };
    },
    add: async () => {
      const { name, program, address: typed } = draft.peek();
      const address = parseEmailAddress(typed);
      if (address === undefined) {
        error.value = t('options.mailbox.byHandWrong');
        return;
      }
      busy.value = true;
      try {
        const added = await rpc['mailbox.byHand']({
          address,
          name: name.trim(),
          program,
          zone: zone.peek(),
        });
        if (added.kind === 'connected') {
          error.value = t('options.mailbox.byHandConnected', [added.address]);
          return;
        }
        draft.value = NOTHING;
        say({ tone: 'good', text: t('options.mailbox.byHandAdded', [added.address]) });
        await refresh();
      } catch (cause) {
        say(failureNote(cause));
      } finally {
        busy.value = false;
      }
    },
  };
}
