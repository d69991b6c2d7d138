import type { Google } from '../support/google-emulator.ts';
import type { StoredMessage } from '../support/google-inbox.ts';
import { REP } from '../support/world.ts';

/** The person who got this message answers it. */
export function replyTo(google: Google, message: StoredMessage, text: string) {
  const id = message.headers.get('message-id') ?? '';
  return google.deliver({
    to: REP.email,
    from: message.headers.get('to') ?? '',
    subject: `Re: ${message.headers.get('subject') ?? ''}`,
    text,
    inReplyTo: id,
    references: [id],
  });
}
