import type { SenderId } from '@/lib/domain/ids';
import type { ByHand } from '@/lib/domain/message/compose-link';
import type { Instant } from '@/lib/time/instant';

/** An email that the rep is to send by hand. It is there until they say that they did. */
export interface ComposeDraft {
  /** Of its outbox row; also its id as a draft and, once sent, as a message. */
  readonly key: string;
  readonly senderId: SenderId;
  readonly threadId: string;
  readonly byHand: ByHand;
  readonly mime: string;
  readonly createdAt: Instant;
  /** When the rep was last asked to send it. */
  readonly askedAt?: Instant;
  /** They have seen that they are asked. */
  readonly notified?: boolean;
  /** When they said that they have. */
  readonly sentAt?: Instant;
}

/** Where such drafts outlive the worker. */
export interface ComposeShelf {
  readonly put: (draft: ComposeDraft) => Promise<void>;
  readonly get: (key: string) => Promise<ComposeDraft | undefined>;
  /** Notes that the rep is asked, unless they have said yes meanwhile. */
  readonly ask: (key: string, now: Instant) => Promise<'asked' | 'gone'>;
  /** Forgets it, unless it was sent. */
  readonly drop: (key: string) => Promise<void>;
}
