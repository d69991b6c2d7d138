import { type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { Suppression } from '@/lib/domain/suppression/suppression';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { SuppressionPage } from '@/lib/store/suppression-list';
import { failureNote } from './failure-note';
import { linesOf } from './lines-of';

/** Rows per reading; also how many more "Show more" brings. */
export const SUPPRESSION_PAGE = 200;
/** As many as one message may carry. */
const PER_MESSAGE = 5_000;

export interface SuppressionDeps {
  readonly rpc: Pick<Rpc, 'suppression.add' | 'suppression.remove'>;
  readonly readSuppressions: (options: {
    readonly text: string;
    readonly limit: number;
  }) => Promise<SuppressionPage>;
  readonly say: (note: Note) => void;
}

export interface SuppressionModel {
  /** `undefined` until it was read. */
  readonly page: ReadonlySignal<SuppressionPage | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  readonly text: ReadonlySignal<string>;
  readonly typed: ReadonlySignal<string>;
  readonly reason: ReadonlySignal<Suppression['reason']>;
  /** Lines of the last adding that are neither an address nor a domain. */
  readonly invalid: ReadonlySignal<readonly string[]>;
  readonly error: ReadonlySignal<string | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  /** The one that is about to be removed, once the rep confirms. */
  readonly removing: ReadonlySignal<string | undefined>;
  readonly refresh: () => Promise<void>;
  readonly search: (text: string) => void;
  readonly more: () => Promise<void>;
  readonly type: (text: string) => void;
  readonly chooseReason: (reason: Suppression['reason']) => void;
  readonly add: () => Promise<void>;
  readonly askToRemove: (address: string | undefined) => void;
  readonly remove: (address: string) => Promise<void>;
}

/** Who is never written to. */
export function createSuppressionModel(deps: SuppressionDeps): SuppressionModel {
  const { rpc, say } = deps;
  const page = signal<SuppressionPage>();
  const failed = signal(false);
  const text = signal('');
  const limit = signal(SUPPRESSION_PAGE);
  const removing = signal<string>();
  const refresh = coalesced(async () => {
    try {
      page.value = await deps.readSuppressions({ text: text.peek(), limit: limit.peek() });
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  return {
    page,
    failed,
    text,
    removing,
    refresh,
    ...adding(deps, refresh),
    search: (next) => {
      text.value = next;
      limit.value = SUPPRESSION_PAGE;
      void refresh();
    },
    more: () => {
      limit.value += SUPPRESSION_PAGE;
      return refresh();
    },
    askToRemove: (address) => {
      removing.value = address;
    },
    remove: async (address) => {
      removing.value = undefined;
      try {
        await rpc['suppression.remove']({ address });
        say({ tone: 'good', text: t('suppression.removed', [address]) });
        await refresh();
      } catch (cause) {
        say(failureNote(cause));
      }
    },
  };
}

type Adding = Pick<
  SuppressionModel,
  'typed' | 'reason' | 'invalid' | 'error' | 'busy' | 'type' | 'chooseReason' | 'add'
>;

/** Pasting many at once. What is not understood stays in the field, to be put right. */
function adding({ rpc, say }: SuppressionDeps, refresh: () => Promise<void>): Adding {
  const typed = signal('');
  const reason = signal<Suppression['reason']>('blocked');
  const invalid = signal<readonly string[]>([]);
  const error = signal<string>();
  const busy = signal(false);

  const send = async (entries: readonly string[]) => {
    let added = 0;
    const wrong: string[] = [];
    for (let from = 0; from < entries.length; from += PER_MESSAGE) {
      const part = entries.slice(from, from + PER_MESSAGE);
      const outcome = await rpc['suppression.add']({ entries: part, reason: reason.peek() });
      added += outcome.added;
      wrong.push(...outcome.invalid);
    }
    return { added, wrong };
  };

  return {
    typed,
    reason,
    invalid,
    error,
    busy,
    type: (next) => {
      error.value = undefined;
      typed.value = next;
    },
    chooseReason: (next) => {
      reason.value = next;
    },
    add: async () => {
      const { lines, tooLong } = linesOf(typed.peek());
      if (lines.length + tooLong.length === 0) {
        error.value = t('suppression.nothingTyped');
        return;
      }
      busy.value = true;
      try {
        const { added, wrong } = await send(lines);
        invalid.value = [...wrong, ...tooLong];
        typed.value = invalid.peek().join('\n');
        say({
          tone: invalid.peek().length > 0 ? 'warn' : 'good',
          text: t('suppression.added', [String(added), String(invalid.peek().length)]),
        });
        await refresh();
      } catch (cause) {
        say(failureNote(cause));
      } finally {
        busy.value = false;
      }
    },
  };
}
