import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { emailAddressSchema } from '../../../lib/domain/contact/email-address.ts';
import { senderIdSchema } from '../../../lib/domain/ids.ts';
import type { Sender } from '../../../lib/domain/sender/sender.ts';
import type { StoredRows } from '../../support/seed-store.ts';

const FIVE_MINUTES = 300_000;
const A_DAY_AND_MORE = 24 * 12 + 3;

/** Mailboxes of which each has one thing against it; all read the rep's real mailbox. */
export async function addSenders(page: Page, rows: StoredRows, own: Sender): Promise<void> {
  const like = (name: string, change: Partial<Sender> = {}): Sender => {
    const address = addressOf(`${name}@example.com`);
    const addresses = [{ address, name, isDefault: true }];
    const id = v.parse(senderIdSchema, `sender-${name}`);
    return { ...own, id, address, name, addresses, ...change };
  };
  const alias = { address: addressOf('alias@example.com'), name: 'Alias', isDefault: false };
  const aliased = like('aliased');
  const senders = [
    like('noseat', { seat: false }),
    like('team', { shared: true }),
    like('full', { adminLimit: 1 }),
    like('never', { adminLimit: 0 }),
    like('crowded', { perMinute: 1 }),
    like('gone'),
    { ...aliased, addresses: [...aliased.addresses, alias] },
  ];
  await rows.put('senders', ...senders);
  await shareAccess(page, own.address, senders);
  await rows.put('limits', ...booked(like('full').id, like('crowded').id));
}

function booked(full: Sender['id'], crowded: Sender['id']) {
  const start = Math.floor(Date.now() / FIVE_MINUTES) * FIVE_MINUTES;
  const everyMinute = Array.from({ length: A_DAY_AND_MORE }, (_, index) => ({
    senderId: crowded,
    start: start + index * FIVE_MINUTES,
    sent: 0,
    scheduled: 0,
    minutes: [1, 1, 1, 1, 1],
  }));
  return [
    { senderId: full, start, sent: 1, scheduled: 0, minutes: [1, 0, 0, 0, 0] },
    ...everyMinute,
  ];
}

/** Nobody signs in for them: they use the access that the rep has given. */
async function shareAccess(
  page: Page,
  from: string,
  senders: readonly Pick<Sender, 'address'>[],
): Promise<void> {
  await page.evaluate(
    async ({ own, accounts }) => {
      const key = `accessToken:${own}`;
      const { [key]: access } = await chrome.storage.session.get(key);
      const entries = accounts.map((account) => [`accessToken:${account}`, access]);
      await chrome.storage.session.set(Object.fromEntries(entries));
    },
    { own: from, accounts: senders.map(({ address }) => address) },
  );
}

const addressOf = (text: string) => v.parse(emailAddressSchema, text);
