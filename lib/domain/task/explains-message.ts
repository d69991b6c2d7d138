import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { Instant } from '@/lib/time/instant';
import type { Task } from './task';

/**
 * Is this message of the rep's own what a sequence asked them to write? Then it is no reason to pause:
 * it completes the task.
 *
 * @param task a task of the enrollment
 * @param message the rep's own, found in their mailbox
 * @example explainsMessage(openEmailTask, enrollment, { to: ['ada@example.com'], at }) // true
 */
export function explainsMessage(
  task: Pick<Task, 'kind' | 'doneAt' | 'ofStep' | 'createdAt'>,
  enrollment: Pick<Enrollment, 'id' | 'to'>,
  message: { readonly to: readonly string[]; readonly at: Instant },
): boolean {
  const isAsked = task.kind === 'email' && task.doneAt === undefined;
  if (!isAsked || task.ofStep?.enrollmentId !== enrollment.id) return false;
  const wanted = addressKey(enrollment.to);
  return message.at >= task.createdAt && message.to.some((to) => addressKey(to) === wanted);
}
