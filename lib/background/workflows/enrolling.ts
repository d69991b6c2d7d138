import { openPreparation, type Preparation } from '@/lib/background/enrolling/prepare-enrollment';
import type { FactTx } from '@/lib/background/enrolling/shared-facts';
import type { Instant } from '@/lib/time/instant';
import type { Batch } from './taken';

/** What all enrollments that workflows make in one transaction share. */
export interface Enrolling {
  readonly preparation: () => Promise<Preparation>;
  /** Somebody was taken out of a sequence: what was prepared from before that no longer holds. */
  readonly forget: () => void;
  /** The first email of somebody is due then. */
  readonly noteDue: (at: Instant) => void;
  readonly firstDue: () => Instant | undefined;
}

export function openEnrolling(tx: FactTx, { settings, ids, now }: Batch): Enrolling {
  const by = { origin: 'workflow', accepted: [], batch: { size: 1 }, settings, ids, now } as const;
  let preparation: Promise<Preparation> | undefined;
  let dueAt: Instant | undefined;
  return {
    preparation() {
      preparation ??= openPreparation(tx, by);
      return preparation;
    },
    forget() {
      preparation = undefined;
    },
    noteDue(at) {
      dueAt = Math.min(dueAt ?? at, at);
    },
    firstDue: () => dueAt,
  };
}
