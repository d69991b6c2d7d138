import type { LimitBucket } from '@/lib/domain/limits/bucket';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Suppression } from '@/lib/domain/suppression/suppression';

/** Everything a decision depends on, gathered before and read nowhere else. */
export interface Facts {
  readonly sequence: Sequence | undefined;
  readonly sender: Sender | undefined;
  /** Does any sender exist? Tells "connect a mailbox" from "choose a sender". */
  readonly anySender: boolean;
  /** The sender's, around the instant of the first email and the week after it. */
  readonly buckets: readonly LimitBucket[];
  /** Who holds the contact now, if anybody. */
  readonly held:
    | { readonly sequenceName: string; readonly step: number; readonly steps: number }
    | undefined;
  /** Keys of all addresses that are the rep's own. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Of the address that would be written to. */
  readonly suppression: Suppression | undefined;
}
