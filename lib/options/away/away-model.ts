import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Note } from '@/components/options/note';
import type { SenderId } from '@/lib/domain/ids';
import { mergeAway } from '@/lib/domain/sender/merge-away';
import type { Away } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { Rpc } from '@/lib/rpc/client';
import type { SenderChoice } from '@/lib/rpc/views';
import { addDays } from '@/lib/time/add-days';
import type { Clock } from '@/lib/time/clock';
import { type LocalDate, localDateSchema } from '@/lib/time/local-date';
import { wallClockOf } from '@/lib/time/zoned';

/** As many absences as a sender may have, and as many days as one may take. */
const MOST = 100;
const LONGEST_DAYS = 366;

export interface AwayDeps {
  readonly rpc: Pick<Rpc, 'sender.away'>;
  readonly senders: ReadonlySignal<readonly SenderChoice[] | undefined>;
  readonly clock: Clock;
  readonly refresh: () => Promise<void>;
  readonly say: (note: Note) => void;
}

/** What is typed as the next absence of a sender. */
export interface AwayForm {
  readonly from: string;
  readonly to: string;
  readonly error?: string;
  readonly saving?: boolean;
}

export const NO_AWAY: AwayForm = { from: '', to: '' };

export interface AwayModel {
  readonly forms: ReadonlySignal<ReadonlyMap<SenderId, AwayForm>>;
  readonly type: (id: SenderId, change: Partial<Pick<AwayForm, 'from' | 'to'>>) => void;
  readonly add: (id: SenderId) => Promise<void>;
  readonly remove: (id: SenderId, range: Away) => Promise<void>;
}

/** When each sender is away; every change is saved at once. */
export function createAwayModel(deps: AwayDeps): AwayModel {
  const forms = signal<ReadonlyMap<SenderId, AwayForm>>(new Map());
  const put = (id: SenderId, form: AwayForm) => {
    forms.value = new Map(forms.peek()).set(id, form);
  };
  const save = async (id: SenderId, away: readonly Away[], said: string, after: AwayForm) => {
    const before = forms.peek().get(id) ?? NO_AWAY;
    put(id, { ...before, saving: true });
    try {
      await deps.rpc['sender.away']({ senderId: id, away: [...away] });
      await deps.refresh();
      put(id, after);
      deps.say({ tone: 'good', text: said });
    } catch (cause) {
      put(id, before);
      deps.say(failureNote(cause));
    }
  };
  const senderOf = (id: SenderId) => deps.senders.peek()?.find((sender) => sender.id === id);

  return {
    forms,
    type: (id, change) => {
      const { error: _old, ...before } = forms.peek().get(id) ?? NO_AWAY;
      put(id, { ...before, ...change });
    },
    add: async (id) => {
      const sender = senderOf(id);
      const form = forms.peek().get(id) ?? NO_AWAY;
      if (sender === undefined || form.saving) return;
      const today = wallClockOf(deps.clock.now(), sender.zone).date;
      const range = rangeOf(form, today);
      if (typeof range === 'string') return put(id, { ...form, error: t(`away.wrong.${range}`) });
      const away = mergeAway([...sender.away, range]);
      if (away.length > MOST) return put(id, { ...form, error: t('away.wrong.tooMany') });
      await save(id, away, t('away.added'), NO_AWAY);
    },
    remove: async (id, range) => {
      const sender = senderOf(id);
      if (sender === undefined) return;
      const rest = sender.away.filter(({ from, to }) => from !== range.from || to !== range.to);
      await save(id, rest, t('away.removed'), forms.peek().get(id) ?? NO_AWAY);
    },
  };
}

/** What is typed as an absence, or what is wrong with it. One day needs no end. */
function rangeOf(
  { from, to }: AwayForm,
  today: LocalDate,
): Away | 'noDay' | 'order' | 'over' | 'tooLong' {
  const first = v.safeParse(localDateSchema, from);
  const last = v.safeParse(localDateSchema, to === '' ? from : to);
  if (!first.success || !last.success) return 'noDay';
  const range = { from: first.output, to: last.output };
  if (range.to < range.from) return 'order';
  if (range.to < today) return 'over';
  return addDays(range.from, LONGEST_DAYS) <= range.to ? 'tooLong' : range;
}
