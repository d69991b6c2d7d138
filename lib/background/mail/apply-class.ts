import type { WorkerDeps } from '@/lib/background/deps';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import type { MessageClass } from '@/lib/domain/message/message-class';
import { type ExitDeps, exitByScope, scopeOf } from './exit-by-scope';
import { noteAbsence } from './note-absence';
import { type About, noteMail, noteSuppressed } from './note-mail';
import { noteOwnMessage } from './note-own-message';
import { noteReply } from './note-reply';
import { noteSoftBounce } from './note-soft-bounce';

type ApplyDeps = ExitDeps & Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>;

/**
 * Does what a message means to an enrollment. What arrives after the end changes nothing about that,
 * but may forbid to write again.
 */
export async function applyClass(
  deps: ApplyDeps,
  about: About,
  enrollment: Enrollment,
  meaning: MessageClass,
): Promise<void> {
  switch (meaning.kind) {
    case 'own':
    case 'unrelated':
      return;
    case 'automatic':
      if (isLive(enrollment)) await noteMail(deps, about, enrollment, 'autoReplySeen');
      return;
    case 'absence':
      return noteAbsence(deps, about, enrollment, meaning.returnsOn);
    case 'ownMessage':
      return noteOwnMessage(deps, about, enrollment);
    case 'colleague':
      return applyColleague(deps, about, enrollment);
    case 'reply':
      await noteReply(deps, about, enrollment, meaning);
      return exitByScope(deps, enrollment, 'reply');
    case 'calendarAnswer':
      // Who presses a button has answered; who accepts has a meeting as well.
      await noteReply(deps, about, enrollment, { asksOptOut: false });
      if (meaning.answer === 'accepted') await exitByScope(deps, enrollment, 'meeting');
      return exitByScope(deps, enrollment, 'reply');
    case 'optOut':
      await noteSuppressed(deps, about, enrollment, 'optedOut');
      await deps.exit(enrollment.id, 'optedOut');
      return;
    case 'left':
      if (isLive(enrollment)) await noteMail(deps, about, enrollment, 'leftSeen');
      return endUnreachable(deps, about, enrollment);
    case 'bounce':
      return applyBounce(deps, about, enrollment, meaning.permanence);
  }
}

/** Somebody else at the company wrote: that counts only where the sequence says so. */
async function applyColleague(deps: ApplyDeps, about: About, enrollment: Enrollment) {
  if (!isLive(enrollment) || (await scopeOf(deps, enrollment, 'reply')) !== 'company') return;
  await noteMail(deps, about, enrollment, 'colleagueSeen');
  await deps.exit(enrollment.id, 'colleagueReplied');
}

async function applyBounce(
  deps: ApplyDeps,
  about: About,
  enrollment: Enrollment,
  permanence: 'hard' | 'soft',
) {
  if (permanence === 'soft' && !(await noteSoftBounce(deps, about, enrollment))) return;
  if (isLive(enrollment)) await noteMail(deps, about, enrollment, 'bounceSeen');
  await endUnreachable(deps, about, enrollment);
}

async function endUnreachable(deps: ApplyDeps, about: About, enrollment: Enrollment) {
  await noteSuppressed(deps, about, enrollment, 'bounced');
  await deps.exit(enrollment.id, 'bounced');
}
