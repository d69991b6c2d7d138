import type { Sender } from '@/lib/domain/sender/sender';
import { createComposeMailbox } from '@/lib/mailboxes/compose/create-compose-mailbox';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { createComposeShelf } from '@/lib/store/compose-drafts';
import type { Connection } from '@/lib/store/connection';
import { connectedMailboxOf, type MailboxAccessDeps } from './mailbox-access';

/** The mailbox of a sender, whoever provides it. */
export function mailboxOf(
  deps: MailboxAccessDeps & { readonly connection: Connection },
): (sender: Sender) => Mailbox {
  const connected = connectedMailboxOf(deps);
  const shelf = createComposeShelf(deps.connection);
  return (sender) =>
    sender.kind === 'compose'
      ? createComposeMailbox({ shelf, clock: deps.clock, sender })
      : connected(sender);
}
