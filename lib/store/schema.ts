import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { Contact } from '@/lib/domain/contact/contact';
import type { Person } from '@/lib/domain/contact/person';
import type { BulkChoices, BulkOutcome } from '@/lib/domain/enrollment/bulk';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type {
  ContactId,
  EnrollmentId,
  SenderId,
  SequenceId,
  TaskId,
  WorkflowId,
} from '@/lib/domain/ids';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { TextCounts } from '@/lib/domain/sequence/text-count';
import type { Suppression } from '@/lib/domain/suppression/suppression';
import type { Task } from '@/lib/domain/task/task';
import type { ComposeDraft } from '@/lib/mailboxes/compose/compose-shelf';
import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import type { LossCause } from './home/compare-homes';
import type { WorkflowStores } from './workflow-schema';

/** A contact with the keys it is found by. */
export interface ContactRow extends Contact {
  readonly addressKeys: readonly string[];
  readonly refKeys: readonly string[];
}

/** What a list of sequences needs, without opening their versions. */
export interface SequenceHead {
  readonly id: SequenceId;
  readonly name: string;
  readonly version: number;
  readonly state: Sequence['state'];
  readonly access: Sequence['access'];
  readonly owner: Sequence['owner'];
  /** Takes nobody and sends nothing until it goes on. */
  readonly paused: boolean;
  readonly steps: number;
  /** Live enrollments. A counter, because counting an index is linear. */
  readonly live: number;
  readonly lastUsedAt?: Instant | undefined;
  /** What has become of the texts of its emails. */
  readonly texts?: TextCounts | undefined;
}

/** Holds a contact for one enrollment. Added, never put: the second add fails in the database. */
export interface Claim {
  readonly contactId: ContactId;
  /** Unique as well: two records of the same person are still the same person. */
  readonly address: string;
  readonly enrollmentId: EnrollmentId;
  /** `sequence/company` of somebody at a company, to find colleagues in the same sequence. */
  readonly companyKey?: string;
}

/** An enrollment with the keys it is found by; the sparse ones exist only while it is live. */
export interface EnrollmentRow extends Enrollment {
  readonly threadKey?: string;
  /** `[sequenceId, nextAt]` of a live enrollment, for "next send" of a sequence. */
  readonly liveNext?: [SequenceId, Instant];
}

/** An encrypted long-lived token with the key that cannot leave this browser. */
export interface Secret {
  readonly id: string;
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly cipher: ArrayBuffer;
}

/** Facts about the database itself, and the country of every zone as an options page found it. */
export type Meta =
  | { readonly key: 'identity'; readonly value: string }
  | { readonly key: 'zoneCountries'; readonly value: Readonly<Record<string, string>> }
  /** Nothing leaves since then, until the rep says so. */
  | { readonly key: 'pausedAll'; readonly value: Instant }
  /** The last time that the database was lost, until the rep has seen it. */
  | { readonly key: 'loss'; readonly value: Loss }
  /** When the worker was last known to be awake, to within a few minutes. */
  | { readonly key: 'lastSeen'; readonly value: Instant }
  | { readonly key: 'catchUp'; readonly value: CatchUp }
  /** Senders whose new days off hold emails that are still to be moved. */
  | { readonly key: 'awayWork'; readonly value: readonly SenderId[] };

/** What was done after the computer had slept or the browser was closed for long. */
export interface CatchUp {
  /** When the worker was awake before. */
  readonly since: Instant;
  readonly began: Instant;
  /** The last line of the journal before it began. */
  readonly afterLine: number;
  /** More may follow. */
  readonly isOpen: boolean;
  /** What the rep has not seen yet. */
  readonly done?: CatchUpCounts;
}

export interface CatchUpCounts {
  readonly sent: number;
  readonly moved: number;
  readonly asked: number;
  readonly replies: number;
}

/** Days without sending: of a country (`PL`), or the rep's own (`own`). */
export interface CalendarRow {
  readonly id: string;
  readonly days: readonly { readonly date: LocalDate; readonly name: string }[];
  /** Up to this day the list is known to be complete. */
  readonly until: LocalDate;
}

/** An effect; the sparse keys only until it is final. */
export interface OutboxRecord extends OutboxRow {
  readonly openDue?: Instant;
  /** Only while it waits for a person's decision. */
  readonly asking?: Instant;
}

/** What an undo puts back: the records as they were before. */
export interface UndoRow {
  readonly enrollmentId: EnrollmentId;
  readonly action: 'unenroll' | 'pause' | 'resume' | 'skip';
  readonly until: Instant;
  readonly enrollment: Enrollment;
  readonly row?: OutboxRow;
  /** That the change closed. */
  readonly tasks?: readonly Task[];
}

/** Work on many contacts, a row each in `bulkItems`; the worker goes on wherever it stopped. */
export interface BulkRun {
  readonly id: string;
  readonly action: BulkAction;
  readonly state: 'running' | 'canceled' | 'finished';
  readonly total: number;
  /** Index of the next item; equals `total` when all are done. */
  readonly next: number;
  readonly createdAt: Instant;
}

export type BulkAction =
  | { readonly kind: 'enroll'; readonly choices: BulkChoices }
  | { readonly kind: 'unenroll' | 'pause' | 'resume' | 'restore' };

export interface BulkItem {
  readonly runId: string;
  readonly index: number;
  /** Of `enroll`. */
  readonly person?: Person;
  /** Of everything else. */
  readonly enrollmentId?: EnrollmentId;
  /** Written in the same transaction as what it reports. */
  readonly outcome?: BulkOutcome;
}

/** A task; the sparse keys only while it is to be done, so that their indexes stay small. */
export interface TaskRow extends Task {
  readonly openDue?: Instant;
  readonly openRemind?: Instant;
  /** Of the enrollment that made it. */
  readonly openEnrollment?: EnrollmentId;
}

/**
 * What one transaction changed that the second home follows, see `home/mirrored-database.ts`.
 * Its number grows by one with each and never comes back.
 */
export interface HomeLogRow {
  readonly seq?: number;
  /** Store and key of every row that it wrote or deleted. */
  readonly keys: readonly (readonly [string, string])[];
}

/** How the database was lost, and what came back from the second home. */
export interface Loss {
  readonly cause: LossCause;
  readonly at: Instant;
  /** Enrollments that run on. */
  readonly live: number;
  readonly sent: number;
  /** What the second home holds and nobody could read. */
  readonly damaged: number;
}

export interface Schema extends DBSchema, WorkflowStores {
  meta: { key: string; value: Meta };
  homeLog: { key: number; value: HomeLogRow };
  contacts: { key: ContactId; value: ContactRow; indexes: { address: string; ref: string } };
  sequences: { key: SequenceId; value: SequenceHead };
  sequenceVersions: { key: [SequenceId, number]; value: Sequence };
  enrollments: {
    key: EnrollmentId;
    value: EnrollmentRow;
    indexes: {
      contact: [ContactId, Instant];
      updated: Instant;
      thread: string;
      reference: string;
      liveNext: [SequenceId, Instant];
    };
  };
  claims: { key: ContactId; value: Claim; indexes: { address: string; company: string } };
  outbox: {
    key: string;
    value: OutboxRecord;
    indexes: {
      wake: Instant;
      enrollment: EnrollmentId;
      open: Instant;
      failed: Instant;
      asking: Instant;
    };
  };
  limits: { key: [SenderId, Instant]; value: LimitBucket };
  senders: { key: SenderId; value: Sender; indexes: { address: string } };
  suppression: { key: string; value: Suppression };
  calendars: { key: string; value: CalendarRow };
  undo: { key: EnrollmentId; value: UndoRow };
  bulkRuns: { key: string; value: BulkRun; indexes: { state: string } };
  bulkItems: { key: [string, number]; value: BulkItem };
  /** Emails that the rep is to send by hand, by the key of their row. */
  composeDrafts: { key: string; value: ComposeDraft };
  secrets: { key: string; value: Secret };
  journal: {
    key: number;
    value: JournalEntry;
    indexes: {
      contact: [ContactId, Instant];
      enrollment: [EnrollmentId, Instant];
      workflow: [WorkflowId, Instant];
    };
  };
  tasks: {
    key: TaskId;
    value: TaskRow;
    indexes: { contact: ContactId; open: Instant; remind: Instant; enrollment: EnrollmentId };
  };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;
