import type { TaskId } from '@/lib/domain/ids';
import type { Task } from '@/lib/domain/task/task';
import type { Instant } from '@/lib/time/instant';

/** One task with whom it is about. */
export interface TaskLine {
  readonly id: TaskId;
  readonly kind: Task['kind'];
  readonly title: string;
  readonly dueAt: Instant;
  /** Empty when the contact is gone. */
  readonly contactName: string;
  readonly address?: string;
}
