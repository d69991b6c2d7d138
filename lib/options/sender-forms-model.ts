import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { SenderDraft, SenderForm } from '@/components/options/sender-draft';
import type { SenderId } from '@/lib/domain/ids';
import { ENGINE_LIMIT, senderLimit } from '@/lib/domain/sender/sender-limit';
import type { Rpc } from '@/lib/rpc/client';
import type { SenderChoice } from '@/lib/rpc/views';
import { failureNote } from './failure-note';
import { checkSender, limitOf, senderDraftOf } from './sender-draft-of';

export interface SenderFormsDeps {
  readonly rpc: Pick<Rpc, 'sender.save'>;
  readonly senders: ReadonlySignal<readonly SenderChoice[] | undefined>;
  readonly refresh: () => Promise<void>;
  readonly say: (note: Note) => void;
}

export interface SenderFormsModel {
  readonly forms: ReadonlySignal<ReadonlyMap<SenderId, SenderForm>>;
  readonly change: (id: SenderId, change: Partial<SenderDraft>) => void;
  readonly save: (id: SenderId) => Promise<void>;
}

/** What is typed over a sender's stored settings. */
interface Typed {
  readonly change: Partial<SenderDraft>;
  readonly attempted: boolean;
  readonly saving: boolean;
  readonly saved: boolean;
}

const NOTHING: Typed = { change: {}, attempted: false, saving: false, saved: false };

/** How each sender sends: limits, addresses, zone. Only what is typed is kept here. */
export function createSenderFormsModel(deps: SenderFormsDeps): SenderFormsModel {
  const typed = signal<ReadonlyMap<SenderId, Typed>>(new Map());
  const of = (id: SenderId) => typed.peek().get(id) ?? NOTHING;
  const put = (id: SenderId, next: Typed) => {
    typed.value = new Map(typed.peek()).set(id, next);
  };
  const forms = computed(
    () =>
      new Map(
        (deps.senders.value ?? []).map((sender) => [
          sender.id,
          formOf(sender, typed.value.get(sender.id) ?? NOTHING),
        ]),
      ),
  );
  return {
    forms,
    change: (id, change) => {
      const before = of(id);
      put(id, { ...before, change: { ...before.change, ...change }, saved: false });
    },
    save: async (id) => {
      const form = forms.peek().get(id);
      if (form === undefined || form.saving) return;
      const checked = checkSender(form.draft);
      if (checked.kind === 'invalid') return put(id, { ...of(id), attempted: true });
      const { change } = of(id);
      put(id, { ...of(id), saving: true });
      try {
        await deps.rpc['sender.save']({ senderId: id, ...checked.input });
        await deps.refresh();
        // What was typed while it was saved stays typed.
        const rest = of(id).change === change ? {} : of(id).change;
        put(id, { ...NOTHING, change: rest, saved: true });
      } catch (cause) {
        put(id, { ...of(id), saving: false });
        deps.say(failureNote(cause));
      }
    },
  };
}

function formOf(sender: SenderChoice, { change, attempted, saving, saved }: Typed): SenderForm {
  const stored = senderDraftOf(sender);
  const draft = { ...stored, ...change };
  const checked = checkSender(draft);
  const adminLimit = limitOf(draft.adminLimit) ?? undefined;
  return {
    draft,
    changed: JSON.stringify(draft) !== JSON.stringify(stored),
    saving,
    saved,
    errors: attempted && checked.kind === 'invalid' ? checked.errors : {},
    effectiveLimit: senderLimit({
      dailyLimit: sender.providerLimit,
      ...(adminLimit !== undefined && { adminLimit }),
    }),
    engineLimit: ENGINE_LIMIT,
  };
}
