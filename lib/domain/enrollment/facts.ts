import type { SequenceId } from '@/lib/domain/ids';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import type { Calendar } from '@/lib/domain/schedule/calendar';
import type { Sender } from '@/lib/domain/sender/sender';
import type { User } from '@/lib/domain/sequence/access';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Suppression } from '@/lib/domain/suppression/suppression';
import type { Instant } from '@/lib/time/instant';

/** Everything a decision depends on, gathered before and read nowhere else. */
export interface Facts {
  readonly sequence: Sequence | undefined;
  /** The sequence takes nobody for now. */
  readonly sequencePaused: boolean;
  readonly sender: Sender | undefined;
  /** Does any sender exist? Tells "connect a mailbox" from "choose a sender". */
  readonly anySender: boolean;
  /** The rep, for which sequences they may use. */
  readonly user: User;
  /** The sender's, around the instant of the first email and the week after it. */
  readonly buckets: readonly LimitBucket[];
  /** Who holds the contact now, if anybody. */
  readonly held: Held | undefined;
  /** Enrollments of this contact that have ended, newest first; the last few are enough. */
  readonly ended: readonly {
    readonly sequenceId: SequenceId;
    readonly sequenceName: string;
    readonly at: Instant;
  }[];
  /** Somebody else at the same company who is in this sequence now. */
  readonly colleague: { readonly name: string } | undefined;
  /** Days on which nothing is sent, for the contact's country. */
  readonly calendar: Calendar;
  /** Keys of all addresses that are the rep's own. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Of the address that would be written to, or of its whole domain. */
  readonly suppression: Suppression | undefined;
  /** Rules of the company that are not a sequence's own. */
  readonly rules: { readonly coolOffDays: number; readonly coldLeadDays: number };
}

/** The enrollment that a contact is in already. */
export interface Held {
  readonly sequenceName: string;
  readonly step: number;
  readonly steps: number;
  /** Address of the sender whose enrollment it is. */
  readonly owner: string;
}
