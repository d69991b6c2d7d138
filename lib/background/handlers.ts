import { type BackupDeps, backUp } from '@/lib/background/backup/back-up';
import {
  dismissLoss,
  type RestoreDeps,
  restoreBackup,
} from '@/lib/background/backup/restore-backup';
import { bulkPreview } from '@/lib/background/bulk/bulk-preview';
import { bulkStatus } from '@/lib/background/bulk/bulk-status';
import { cancelBulk } from '@/lib/background/bulk/cancel-bulk';
import { startBulk, startBulkChange, startBulkRestore } from '@/lib/background/bulk/start-bulk';
import { addSuppression, removeSuppression } from '@/lib/background/contacts/add-suppression';
import { importContacts } from '@/lib/background/contacts/import-contacts';
import { noteVisit } from '@/lib/background/contacts/note-visit';
import {
  pause,
  restore,
  resume,
  retry,
  skip,
  unenroll,
} from '@/lib/background/enrolling/change-enrollment';
import { contactStatus } from '@/lib/background/enrolling/contact-status';
import { enroll } from '@/lib/background/enrolling/enroll';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import { addComposeSender } from '@/lib/background/senders/add-compose-sender';
import { answerCompose } from '@/lib/background/senders/answer-compose';
import { type ConnectDeps, connectMailbox } from '@/lib/background/senders/connect-mailbox';
import { disconnectMailbox } from '@/lib/background/senders/disconnect-mailbox';
import { saveSender } from '@/lib/background/senders/save-sender';
import { changeSequence } from '@/lib/background/sequences/change-sequence';
import { duplicateSequence, saveSequence } from '@/lib/background/sequences/save-sequence';
import { completeTask, reopenTask } from '@/lib/background/tasks/complete-task';
import { dismissCatchUp } from '@/lib/background/time/finish-catch-up';
import { moveAway } from '@/lib/background/time/move-away';
import { pauseAll } from '@/lib/background/time/pause-all';
import { saveAway } from '@/lib/background/time/save-away';
import { saveCalendar } from '@/lib/background/time/save-calendar';
import { deleteWorkflow } from '@/lib/background/workflows/delete-workflow';
import { dryRunWorkflow } from '@/lib/background/workflows/dry-run-workflow';
import { enterByHand } from '@/lib/background/workflows/enter-by-hand';
import { explainWorkflow } from '@/lib/background/workflows/explain-workflow';
import { leaveWorkflow } from '@/lib/background/workflows/leave-workflow';
import { releaseWorkflow } from '@/lib/background/workflows/release-workflow';
import { saveWorkflow } from '@/lib/background/workflows/save-workflow';
import { switchOff, switchOn } from '@/lib/background/workflows/switch-workflow';
import type { BulkStarted } from '@/lib/rpc/bulk-views';
import type { Handlers } from '@/lib/rpc/serve';
import { injectOverlay } from './inject-overlay';
import { noteDrift } from './note-drift';
import { openOptions } from './open-options';
import { saveSettings } from './save-settings';
import { forgetRun, recallRun, rememberRun } from './tab-runs';

/** Which use case answers which message. */
export function createHandlers(
  deps: ConnectDeps &
    BackupDeps &
    RestoreDeps & {
      readonly tick: (options: { readonly readAll: boolean }) => Promise<void>;
      /** Works on what was started; never throws. */
      readonly workOnBulks: () => Promise<void>;
      /** Lets workflows see what has happened, and goes on with who is in them; never throws. */
      readonly workOnWorkflows: () => Promise<void>;
      /** Marks the toolbar button while nothing leaves; never throws. */
      readonly showPaused: () => Promise<void>;
    },
  signal: AbortSignal,
): Handlers {
  /** The answer does not wait for the work: whoever asked is told how far it has come. */
  const begun = async (starting: Promise<BulkStarted>): Promise<BulkStarted> => {
    const started = await starting;
    if (started.kind === 'started') void deps.workOnBulks().then(deps.workOnWorkflows);
    return started;
  };
  /** The same for what workflows have to hear of. */
  const heard = async <Answer>(happening: Promise<Answer>): Promise<Answer> => {
    const answer = await happening;
    void deps.workOnWorkflows();
    return answer;
  };
  return {
    'page.recognized': (_input, sender) => injectOverlay(sender),
    'page.drifted': (input) => noteDrift(deps, input),
    'options.open': ({ section }) => openOptions(section),
    'contact.status': ({ people }) => contactStatus(deps, people),
    'enrollment.preview': (choices) => previewEnrollment(deps, choices),
    'enrollment.enroll': (choices) => heard(enroll(deps, choices)),
    'enrollment.undo': ({ enrollmentId }) => heard(unenroll(deps, enrollmentId, 'undone')),
    'enrollment.unenroll': ({ enrollmentId }) => heard(unenroll(deps, enrollmentId, 'manual')),
    'enrollment.pause': ({ enrollmentId }) => pause(deps, enrollmentId),
    'enrollment.resume': ({ enrollmentId }) => resume(deps, enrollmentId),
    'enrollment.restore': ({ enrollmentId }) => restore(deps, enrollmentId),
    'enrollment.skip': ({ enrollmentId }) => heard(skip(deps, enrollmentId)),
    'outbox.retry': ({ key }) => heard(retry(deps, key)),
    'sender.away': async (input) => {
      await saveAway(deps, input);
      // The answer does not wait: dates that are shown follow by themselves.
      void moveAway(deps).catch((cause: unknown) => deps.log.unexpected('moveAway', cause));
    },
    'engine.pauseAll': async ({ paused }) => {
      await pauseAll(deps, paused);
      await deps.showPaused();
      if (!paused) void deps.tick({ readAll: false });
    },
    'engine.dismissCatchUp': () => dismissCatchUp(deps),
    'bulk.preview': (input) => bulkPreview(deps, input),
    'bulk.start': async (input, sender) => rememberRun(sender, await begun(startBulk(deps, input))),
    'bulk.recall': (_input, sender) => recallRun(deps, sender),
    'bulk.forget': (_input, sender) => forgetRun(sender),
    'bulk.change': (input) => begun(startBulkChange(deps, input)),
    'bulk.restore': (input) => begun(startBulkRestore(deps, input)),
    'bulk.status': ({ runId }) => bulkStatus(deps, runId),
    'bulk.cancel': ({ runId }) => cancelBulk(deps, runId),
    'sequence.save': (input) => saveSequence(deps, input),
    'sequence.duplicate': (input) => duplicateSequence(deps, input),
    'sequence.change': (input) => changeSequence(deps, input),
    'sender.save': (input) => saveSender(deps, input),
    'suppression.add': (input) => addSuppression(deps, input),
    'suppression.remove': (input) => removeSuppression(deps, input),
    'calendar.save': (input) => saveCalendar(deps, input),
    'workflow.save': (input) => heard(saveWorkflow(deps, input)),
    'workflow.switchOn': (input) => heard(switchOn(deps, input)),
    'workflow.switchOff': ({ id }) => heard(switchOff(deps, id)),
    'workflow.release': (input) => heard(releaseWorkflow(deps, input)),
    'workflow.delete': ({ id }) => heard(deleteWorkflow(deps, id)),
    'workflow.enter': (input) => heard(enterByHand(deps, input)),
    'workflow.leave': ({ runId }) => leaveWorkflow(deps, runId),
    'workflow.dryRun': (input) => dryRunWorkflow(deps, input),
    'workflow.explain': (input) => explainWorkflow(deps, input),
    'task.complete': ({ taskId }) => heard(completeTask(deps, taskId)),
    'task.reopen': ({ taskId }) => reopenTask(deps, taskId),
    'contacts.import': (input) => heard(importContacts(deps, input)),
    'page.visited': (input) => heard(noteVisit(deps, input)),
    'mailbox.connect': (input) => connectMailbox(deps, input, signal),
    'mailbox.byHand': (input) => addComposeSender(deps, input),
    'compose.sent': (input) => answerCompose(deps, input),
    'mailbox.disconnect': ({ senderId }) => disconnectMailbox(deps, senderId, signal),
    'backup.create': () => backUp(deps),
    'backup.restore': (input) => heard(restoreBackup(deps, input)),
    'loss.dismiss': () => dismissLoss(deps),
    'engine.nudge': () => deps.tick({ readAll: true }),
    'settings.save': async (change) => {
      await saveSettings(change);
      deps.changed();
    },
  };
}
