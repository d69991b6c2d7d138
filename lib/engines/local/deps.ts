import type { Sender } from '@/lib/domain/sender/sender';
import type { Mailbox, MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Connection } from '@/lib/store/connection';
import type { Clock } from '@/lib/time/clock';

/** What the local engine needs of the world. */
export interface EngineDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly locks: LockManager;
  /** A number in [0, 1), for spreading retries. */
  readonly random: () => number;
  readonly mailboxOf: (sender: Sender) => Mailbox;
  /**
   * Reads new mail right before something is sent, and ends the enrollments it answers.
   * `undefined` when the mailbox was read.
   */
  readonly readMail: (sender: Sender, signal: AbortSignal) => Promise<MailboxFailure | undefined>;
  /** Keeps what a failure says about the connection, for every surface to show. */
  readonly noteConnection: (sender: Sender, failure: MailboxFailure | undefined) => Promise<void>;
  /** The line under an email that says how to be left alone, in the rep's language. */
  readonly unsubscribeLine: () => string;
  /** Something unexpected happened to one row; the others go on. */
  readonly report: (what: string, cause: unknown) => void;
  /** Something stored has changed. */
  readonly changed: () => void;
}
