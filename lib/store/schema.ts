import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { Contact } from '@/lib/domain/contact/contact';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { ContactId, EnrollmentId, SenderId, SequenceId } from '@/lib/domain/ids';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Suppression } from '@/lib/domain/suppression/suppression';
import type { Instant } from '@/lib/time/instant';

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
  readonly steps: number;
  /** Live enrollments. A counter, because counting an index is linear. */
  readonly live: number;
  readonly lastUsedAt?: Instant;
}

/** Holds a contact for one enrollment. Added, never put: the second add fails in the database. */
export interface Claim {
  readonly contactId: ContactId;
  /** Unique as well: two records of the same person are still the same person. */
  readonly address: string;
  readonly enrollmentId: EnrollmentId;
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

/** Facts about the database itself. */
export interface Meta {
  readonly key: 'identity';
  readonly value: string;
}

export interface Schema extends DBSchema {
  meta: { key: string; value: Meta };
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
      liveNext: [SequenceId, Instant];
    };
  };
  claims: { key: ContactId; value: Claim; indexes: { address: string } };
  outbox: {
    key: string;
    value: OutboxRow;
    indexes: { wake: Instant; enrollment: EnrollmentId };
  };
  limits: { key: [SenderId, Instant]; value: LimitBucket };
  senders: { key: SenderId; value: Sender; indexes: { address: string } };
  suppression: { key: string; value: Suppression };
  secrets: { key: string; value: Secret };
  journal: {
    key: number;
    value: JournalEntry;
    indexes: { contact: [ContactId, Instant]; enrollment: [EnrollmentId, Instant] };
  };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;
