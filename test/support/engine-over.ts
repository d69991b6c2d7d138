import { watchMailbox } from '@/lib/background/mail/watch-mailbox';
import { noteConnection } from '@/lib/background/senders/note-connection';
import { createLocalEngine } from '@/lib/engines/local/create-local-engine';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import type { Connection } from '@/lib/store/connection';
import type { Instant } from '@/lib/time/instant';
import { countingIds } from './builders';
import { createFakeLocks } from './fake-locks';

/** The real engine as a worker builds it, over this disk and this mailbox. */
export function engineOver(of: {
  readonly connection: Connection;
  readonly now: () => Instant;
  readonly mailbox: Mailbox;
}) {
  const base = {
    connection: of.connection,
    clock: { now: of.now },
    changed: () => undefined,
    mailboxOf: () => of.mailbox,
    ids: countingIds(),
    settings: async () => DEFAULT_SETTINGS,
  };
  return createLocalEngine({
    ...base,
    locks: createFakeLocks(),
    random: () => 0.5,
    unsubscribeLine: () => 'Reply "unsubscribe".',
    readMail: (owner, signal) =>
      watchMailbox(
        { ...base, exit: (id, reason) => exitEnrollment(base, id, reason) },
        owner,
        signal,
      ),
    noteConnection: (owner, failure) => noteConnection(base, owner, failure),
    report: (_what, cause) => {
      throw cause;
    },
  });
}
