import type { StepKind } from '@/lib/domain/sequence/step';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';

/** A piece of an email as it would leave. */
export interface PreviewPart {
  /**
   * `text` as it was written, `filled` from a token; `missing`: nothing to put in, so the email would
   * not leave; `asked`: the rep is asked for it when enrolling; `unread`: no token that we know.
   */
  readonly kind: 'text' | 'filled' | 'missing' | 'asked' | 'unread';
  readonly text: string;
}

/** A step: an email as it would leave, or a task as the rep would see it. */
export interface PreviewStep {
  readonly key: string;
  readonly kind: StepKind;
  /** When it leaves; absent while the delays or the hours are not right. */
  readonly at?: Instant;
  /** Of an email with several texts: which one this contact gets. */
  readonly variant?: string;
  /** Of a task. */
  readonly title?: readonly PreviewPart[];
  readonly note?: readonly PreviewPart[];
  /** The next step waits for it. */
  readonly hold?: boolean;
  /** Of an email, also of one that the rep is to send. */
  readonly subject?: readonly PreviewPart[];
  readonly body?: readonly PreviewPart[];
}

/** Every step of a sequence for one contact, as if enrolled now. */
export interface PreviewView {
  readonly zone: Zone;
  /** Whose clock the dates are on. */
  readonly zoneSource: 'contact' | 'sender';
  readonly steps: readonly PreviewStep[];
  /** Tokens that nothing fills, each once. */
  readonly missing: readonly string[];
}
