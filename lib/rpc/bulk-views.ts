import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { BulkOutcome } from '@/lib/domain/enrollment/bulk';
import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import type { SenderId, SequenceId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import type { PlannedStepView, SenderChoice, SequenceChoice } from './views';

/** One contact of a bulk, as it stands now. */
export interface BulkPreviewRow {
  readonly name: string;
  readonly address?: EmailAddress;
  readonly result: 'ready' | 'warned' | 'blocked';
  /** Everything that is not passed, blocks first. */
  readonly checks: readonly Check[];
  /** When the first email would leave. */
  readonly firstAt?: Instant;
}

/** What a bulk enrollment would do, one row per contact in the order given. */
export interface BulkPreview {
  readonly sequences: readonly SequenceChoice[];
  readonly senders: readonly SenderChoice[];
  readonly sequenceId?: SequenceId;
  readonly senderId?: SenderId;
  readonly from?: EmailAddress;
  readonly rows: readonly BulkPreviewRow[];
  readonly ready: number;
  readonly warned: number;
  readonly blocked: number;
  /** Warnings that accepting would overrule. */
  readonly warnings: readonly CheckCode[];
  readonly placeholders: readonly string[];
  /** The plan of the first contact that can be enrolled. */
  readonly plan: readonly PlannedStepView[];
  /** When the last of the first emails would leave. */
  readonly lastFirstAt?: Instant;
  /** What a person has to do before so many are enrolled. */
  readonly confirm: 'nothing' | 'say' | 'type';
}

export type BulkStarted =
  | { readonly kind: 'started'; readonly runId: string }
  | { readonly kind: 'refused'; readonly checks: readonly Check[] };

/** How far a bulk has come. Survives the worker: it can be asked for at any time. */
export interface BulkProgress {
  readonly runId: string;
  readonly action: 'enroll' | 'unenroll' | 'pause' | 'resume' | 'restore';
  readonly state: 'running' | 'canceled' | 'finished';
  readonly total: number;
  readonly done: number;
  readonly rows: readonly { readonly name: string; readonly outcome?: BulkOutcome }[];
}
