import type { BulkStarted } from '@/lib/rpc/bulk-views';
import type { Handlers } from '@/lib/rpc/serve';
import { addSuppression, removeSuppression } from './add-suppression';
import { bulkPreview } from './bulk-preview';
import { bulkStatus } from './bulk-status';
import { cancelBulk } from './cancel-bulk';
import { pause, restore, resume, unenroll } from './change-enrollment';
import { changeSequence } from './change-sequence';
import { type ConnectDeps, connectMailbox } from './connect-mailbox';
import { contactStatus } from './contact-status';
import { disconnectMailbox } from './disconnect-mailbox';
import { enroll } from './enroll';
import { injectOverlay } from './inject-overlay';
import { noteDrift } from './note-drift';
import { openOptions } from './open-options';
import { previewEnrollment } from './preview-enrollment';
import { saveCalendar } from './save-calendar';
import { saveSender } from './save-sender';
import { duplicateSequence, saveSequence } from './save-sequence';
import { saveSettings } from './save-settings';
import { startBulk, startBulkChange, startBulkRestore } from './start-bulk';
import { forgetRun, recallRun, rememberRun } from './tab-runs';

/** Which use case answers which message. */
export function createHandlers(
  deps: ConnectDeps & {
    readonly tick: (options: { readonly readAll: boolean }) => Promise<void>;
    /** Works on what was started; never throws. */
    readonly workOnBulks: () => Promise<void>;
  },
  signal: AbortSignal,
): Handlers {
  /** The answer does not wait for the work: whoever asked is told how far it has come. */
  const begun = async (starting: Promise<BulkStarted>): Promise<BulkStarted> => {
    const started = await starting;
    if (started.kind === 'started') void deps.workOnBulks();
    return started;
  };
  return {
    'page.recognized': (_input, sender) => injectOverlay(sender),
    'page.drifted': (input) => noteDrift(deps, input),
    'options.open': ({ section }) => openOptions(section),
    'contact.status': ({ people }) => contactStatus(deps, people),
    'enrollment.preview': (choices) => previewEnrollment(deps, choices),
    'enrollment.enroll': (choices) => enroll(deps, choices),
    'enrollment.undo': ({ enrollmentId }) => unenroll(deps, enrollmentId, 'undone'),
    'enrollment.unenroll': ({ enrollmentId }) => unenroll(deps, enrollmentId, 'manual'),
    'enrollment.pause': ({ enrollmentId }) => pause(deps, enrollmentId),
    'enrollment.resume': ({ enrollmentId }) => resume(deps, enrollmentId),
    'enrollment.restore': ({ enrollmentId }) => restore(deps, enrollmentId),
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
    'mailbox.connect': (input) => connectMailbox(deps, input, signal),
    'mailbox.disconnect': ({ senderId }) => disconnectMailbox(deps, senderId, signal),
    'engine.nudge': () => deps.tick({ readAll: true }),
    'settings.save': async (change) => {
      await saveSettings(change);
      deps.changed();
    },
  };
}
