import { addressKey } from '@/lib/domain/contact/email-address';
import type { CheckCode } from '@/lib/domain/enrollment/check';
import type { Origin } from '@/lib/domain/enrollment/enrollment';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import type { Ids } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import { mayEnroll } from '@/lib/domain/sequence/access';
import type { Settings } from '@/lib/settings/settings';
import { CALENDAR_STORES } from '@/lib/store/calendars';
import type { SequenceHead } from '@/lib/store/schema';
import { listSenders } from '@/lib/store/senders';
import { listAllSequences } from '@/lib/store/sequence-list';
import type { ReadTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';

/** What a decision reads. */
export const FACT_STORES = [
  ...CALENDAR_STORES,
  'contacts',
  'claims',
  'enrollments',
  'sequences',
  'sequenceVersions',
  'senders',
  'limits',
  'suppression',
  'outbox',
] as const;

export type FactTx = ReadTx<(typeof FACT_STORES)[number]>;

/** Who asks, when, and by which rules of the company. */
export interface AskedBy {
  readonly origin: Origin;
  readonly accepted: readonly CheckCode[];
  readonly batch: EnrollRequest['batch'];
  readonly settings: Settings;
  readonly ids: Ids;
  readonly now: Instant;
}

/** Facts that are the same for every contact. */
export interface SharedFacts {
  readonly heads: readonly SequenceHead[];
  /** Those that this user may enroll into. */
  readonly sequences: readonly SequenceHead[];
  readonly senders: readonly Sender[];
  readonly user: Facts['user'];
  readonly ownAddresses: Facts['ownAddresses'];
  readonly rules: Facts['rules'];
}

export async function readSharedFacts(
  tx: ReadTx<'sequences' | 'senders'>,
  settings: Settings,
): Promise<SharedFacts> {
  const [heads, senders] = await Promise.all([listAllSequences(tx), listSenders(tx)]);
  const ownAddresses = senders.flatMap(({ addresses }) =>
    addresses.map(({ address }) => addressKey(address)),
  );
  // The rep of this browser goes by every address that they have connected.
  const user = {
    keys: new Set(['local', ...senders.map(({ address }) => addressKey(address))]),
    teams: new Set(settings.teams),
  };
  return {
    heads,
    sequences: heads.filter(
      ({ state, access, owner }) => state === 'active' && mayEnroll(access, owner, user),
    ),
    senders,
    user,
    ownAddresses: new Set(ownAddresses),
    rules: { coolOffDays: settings.coolOffDays, coldLeadDays: settings.coldLeadDays },
  };
}
