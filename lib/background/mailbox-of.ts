import type { Sender } from '@/lib/domain/sender/sender';
import { createComposeMailbox } from '@/lib/mailboxes/compose/create-compose-mailbox';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { createComposeShelf } from '@/lib/store/compose-drafts';
import type { Connection } from '@/lib/store/connection';
import { type GmailAccessDeps, gmailMailboxOf } from './gmail-access';

/** The mailbox of a sender, whoever provides it. */
export function mailboxOf(
  deps: GmailAccessDeps & { readonly connection: Connection },
): (sender: Sender) => Mailbox {
  const gmail = gmailMailboxOf(deps);
  const shelf = createComposeShelf(deps.connection);
  return (sender) =>
    sender.kind === 'compose'
      ? createComposeMailbox({ shelf, clock: deps.clock, sender })
      : gmail(sender);
}
