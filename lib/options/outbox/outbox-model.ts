import { type ReadonlySignal, signal } from '@preact/signals';
import type { OutboxAction } from '@/components/options/outbox/outbox-action';
import { t } from '@/lib/i18n/t';
import { type ActionDeps, createEnrollmentActions } from '@/lib/options/enrollment-actions';
import { failureNote } from '@/lib/options/failure-note';
import type { UndoableNote } from '@/lib/options/notes';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { OutboxLine, OutboxView } from '@/lib/rpc/list-views';
import { SECOND } from '@/lib/time/instant';

/** Rows per reading; also how many more "Show more" brings. */
export const OUTBOX_PAGE = 100;
const PARKED_PAGE = 20;
const UNDO_FOR = 10 * SECOND;

export interface OutboxDeps extends Omit<ActionDeps, 'refresh' | 'rpc'> {
  readonly rpc: ActionDeps['rpc'] &
    Pick<Rpc, 'engine.pauseAll' | 'engine.dismissCatchUp' | 'outbox.retry'>;
  readonly readOutbox: (options: {
    readonly limit: number;
    readonly parked: number;
  }) => Promise<OutboxView>;
  /** What else shows that everything is paused, and the catch-up. */
  readonly refreshOverview: () => Promise<void>;
}

export interface OutboxModel {
  /** `undefined` until it was read. */
  readonly view: ReadonlySignal<OutboxView | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<string | undefined>;
  readonly switching: ReadonlySignal<boolean>;
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly moreParked: () => Promise<void>;
  readonly pauseAll: (paused: boolean) => Promise<void>;
  readonly dismiss: () => Promise<void>;
  readonly act: (line: OutboxLine, action: OutboxAction) => Promise<void>;
}

/** What is to come and what has failed, page by page, and the switch for everything. */
export function createOutboxModel(deps: OutboxDeps): OutboxModel {
  const { rpc, say } = deps;
  const shown = signal({ limit: OUTBOX_PAGE, parked: PARKED_PAGE });
  const view = signal<OutboxView>();
  const failed = signal(false);
  const busy = signal<string>();
  const switching = signal(false);

  const refresh = coalesced(async () => {
    try {
      view.value = await deps.readOutbox(shown.peek());
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  const { act } = createEnrollmentActions({ ...deps, refresh });

  const switchAll = async (paused: boolean): Promise<void> => {
    switching.value = true;
    try {
      await rpc['engine.pauseAll']({ paused });
      await Promise.all([refresh(), deps.refreshOverview()]);
      say({
        tone: 'good',
        text: t(paused ? 'outbox.pausedNote' : 'outbox.resumedNote'),
        undo: { until: deps.clock.now() + UNDO_FOR, run: () => switchAll(!paused) },
      });
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      switching.value = false;
    }
  };
  const retry = async ({ key, contactName }: OutboxLine): Promise<UndoableNote> => {
    const { kind } = await rpc['outbox.retry']({ key });
    await refresh();
    return { tone: kind === 'retried' ? 'good' : 'warn', text: t(`outbox.${kind}`, [contactName]) };
  };

  return {
    view,
    failed,
    busy,
    switching,
    refresh,
    more: () => {
      shown.value = { ...shown.peek(), limit: shown.peek().limit + OUTBOX_PAGE };
      return refresh();
    },
    moreParked: () => {
      shown.value = { ...shown.peek(), parked: shown.peek().parked + OUTBOX_PAGE };
      return refresh();
    },
    pauseAll: switchAll,
    dismiss: async () => {
      try {
        await rpc['engine.dismissCatchUp']({});
        await deps.refreshOverview();
      } catch (cause) {
        say(failureNote(cause));
      }
    },
    act: async (line, action) => {
      busy.value = line.key;
      try {
        if (action === 'retry') say(await retry(line));
        else await act(line, action);
      } catch (cause) {
        say(failureNote(cause));
      } finally {
        busy.value = undefined;
      }
    },
  };
}
