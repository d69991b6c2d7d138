import type { EnrollmentId, TaskId } from '@/lib/domain/ids';
import type { ByHand, ComposeLink } from '@/lib/domain/message/compose-link';
import type { Priority } from '@/lib/domain/sequence/step';
import type { Task } from '@/lib/domain/task/task';
import type { Instant } from '@/lib/time/instant';

/** A compose window that is filled in, and the text of the email should it not fit. */
export type OpensEmail = ComposeLink & Pick<ByHand, 'body'>;

/** One task with whom it is about. */
export interface TaskLine {
  readonly id: TaskId;
  readonly kind: Task['kind'];
  readonly title: string;
  readonly note?: string;
  readonly priority?: Priority;
  readonly dueAt: Instant;
  /** Empty when the contact is gone. */
  readonly contactName: string;
  readonly address?: string;
  /** Of the sequence that made it. */
  readonly sequenceName?: string;
  /** Of an email that the rep is to write. */
  readonly email?: OpensEmail;
  /** The conversation in the rep's own mailbox that it belongs to. */
  readonly threadUrl?: string;
}

/** An email that the sequence would send and only the rep can. */
export interface AskLine {
  readonly key: string;
  readonly enrollmentId: EnrollmentId;
  readonly to: string;
  readonly subject: string;
  readonly contactName: string;
  readonly sequenceName: string;
  readonly email: OpensEmail;
}
