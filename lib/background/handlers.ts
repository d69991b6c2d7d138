import type { BulkStarted } from '@/lib/rpc/bulk-views';
import type { Handlers } from '@/lib/rpc/serve';
import { addComposeSender } from './add-compose-sender';
import { addSuppression, removeSuppression } from './add-suppression';
import { answerCompose } from './answer-compose';
import { type BackupDeps, backUp } from './back-up';
import { bulkPreview } from './bulk-preview';
import { bulkStatus } from './bulk-status';
import { cancelBulk } from './cancel-bulk';
import { pause, restore, resume, retry, skip, unenroll } from './change-enrollment';
import { changeSequence } from './change-sequence';
import { completeTask, reopenTask } from './complete-task';
import { type ConnectDeps, connectMailbox } from './connect-mailbox';
import { contactStatus } from './contact-status';
import { deleteWorkflow } from './delete-workflow';
import { disconnectMailbox } from './disconnect-mailbox';
import { dryRunWorkflow } from './dry-run-workflow';
import { enroll } from './enroll';
import { enterByHand } from './enter-by-hand';
import { explainWorkflow } from './explain-workflow';
import { dismissCatchUp } from './finish-catch-up';
import { importContacts } from './import-contacts';
import { injectOverlay } from './inject-overlay';
import { leaveWorkflow } from './leave-workflow';
import { moveAway } from './move-away';
import { noteDrift } from './note-drift';
import { noteVisit } from './note-visit';
import { openOptions } from './open-options';
import { pauseAll } from './pause-all';
import { previewEnrollment } from './preview-enrollment';
import { releaseWorkflow } from './release-workflow';
import { dismissLoss, type RestoreDeps, restoreBackup } from './restore-backup';
import { saveAway } from './save-away';
import { saveCalendar } from './save-calendar';
import { saveSender } from './save-sender';
import { duplicateSequence, saveSequence } from './save-sequence';
import { saveSettings } from './save-settings';
import { saveWorkflow } from './save-workflow';
import { startBulk, startBulkChange, startBulkRestore } from './start-bulk';
import { switchOff, switchOn } from './switch-workflow';
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
