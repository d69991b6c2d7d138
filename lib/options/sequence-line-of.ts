import type { SequenceLine } from '@/components/options/sequence-line';
import type { SequenceHead } from '@/lib/store/schema';

/** The rep of this browser, as an owner is kept; see `User` in `lib/domain/sequence/access.ts`. */
const SELF = 'local';

/** A stored sequence as the list shows it; a deleted one is not shown. */
export function sequenceLineOf(head: SequenceHead): SequenceLine | undefined {
  if (head.state === 'deleted') return undefined;
  const { id, name, version, steps, live, paused, access, owner, lastUsedAt } = head;
  return {
    id,
    name,
    version,
    steps,
    live,
    paused,
    archived: head.state === 'archived',
    access: access.kind,
    ...(owner !== SELF && { owner }),
    ...(lastUsedAt !== undefined && { lastUsedAt }),
  };
}
