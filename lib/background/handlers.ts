import type { Handlers } from '@/lib/rpc/serve';
import { type ConnectDeps, connectMailbox } from './connect-mailbox';
import { contactStatus } from './contact-status';
import { disconnectMailbox } from './disconnect-mailbox';
import { enroll } from './enroll';
import { injectOverlay } from './inject-overlay';
import { noteDrift } from './note-drift';
import { openOptions } from './open-options';
import { previewEnrollment } from './preview-enrollment';
import { saveSettings } from './save-settings';
import { unenroll } from './unenroll';

/** Which use case answers which message. */
export function createHandlers(
  deps: ConnectDeps & { readonly tick: (options: { readonly readAll: boolean }) => Promise<void> },
  signal: AbortSignal,
): Handlers {
  return {
    'page.recognized': (_input, sender) => injectOverlay(sender),
    'page.drifted': (input) => noteDrift(deps, input),
    'options.open': ({ section }) => openOptions(section),
    'contact.status': ({ people }) => contactStatus(deps, people),
    'enrollment.preview': (choices) => previewEnrollment(deps, choices),
    'enrollment.enroll': (choices) => enroll(deps, choices),
    'enrollment.undo': ({ enrollmentId }) => unenroll(deps, enrollmentId, 'undone'),
    'enrollment.unenroll': ({ enrollmentId }) => unenroll(deps, enrollmentId, 'manual'),
    'mailbox.connect': (input) => connectMailbox(deps, input, signal),
    'mailbox.disconnect': ({ senderId }) => disconnectMailbox(deps, senderId, signal),
    'engine.nudge': () => deps.tick({ readAll: true }),
    'settings.save': async (change) => {
      await saveSettings(change);
      deps.changed();
    },
  };
}
