import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { createComposeShelf, markComposed } from '@/lib/store/compose-drafts';
import { createConnection } from '@/lib/store/connection';
import { openDatabase } from '@/lib/store/database';
import { aSender } from '@/test/support/builders';
import { describeMailbox } from '@/test/support/mailbox-conformance';
import { rawHeaders } from '@/test/support/raw-headers';
import { createComposeMailbox } from './create-compose-mailbox';

const headersOf = (mime: string) =>
  new Map(rawHeaders(mime).map(({ name, value }) => [name.toLowerCase(), value]));

/** Over the real shelf, with a rep who sends what they are asked to and says so at once. */
describeMailbox(
  'compose',
  async () => {
    const name = `compose-${crypto.randomUUID()}`;
    const connection = createConnection((options) => openDatabase({ ...options, name }));
    const sender = aSender({ kind: 'compose' });
    const clock = { now: () => Date.now() };
    const mailbox = createComposeMailbox({ shelf: createComposeShelf(connection), clock, sender });
    const address = parseEmailAddress(sender.address);
    if (address === undefined) throw new Error('not an address');
    const all = async () => (await connection.get()).getAll('composeDrafts');
    const sendDraft: Mailbox['sendDraft'] = async (key, signal) => {
      const asked = await mailbox.sendDraft(key, signal);
      if (asked.kind !== 'asked') return asked;
      const tx = (await connection.get()).transaction(['composeDrafts'], 'readwrite');
      const said = await markComposed(tx, key, clock.now());
      if (said !== 'marked') return { kind: 'gone' };
      const found = await mailbox.findSent({ key, to: address, since: 0 }, signal);
      return found.kind === 'ok' && found.value
        ? { kind: 'ok', value: found.value }
        : { kind: 'gone' };
    };
    const nothing = async () => undefined;
    return {
      mailbox: { ...mailbox, sendDraft },
      address,
      deliver: async () => ({ id: '', threadId: '' }),
      sent: async () =>
        (await all())
          .filter(({ sentAt }) => sentAt !== undefined)
          .map(({ key, threadId, mime }) => ({
            id: key,
            threadId,
            headers: headersOf(mime),
            html: mime,
          })),
      expireAccess: nothing,
      revokeAccess: nothing,
      forgetHistory: nothing,
      // There is no line that could break.
      breakNext: () => undefined,
      seen: [],
      close: async () => (await connection.get()).close(),
    };
  },
  { read: false, access: false },
);
