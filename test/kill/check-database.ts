import type { Page } from 'playwright-core';
import type { Schema } from '../../lib/store/schema.ts';
import { storedRows } from '../support/seed-store.ts';

export interface Checked {
  /** What is not as it must be after every committed transaction. */
  readonly torn: readonly string[];
  /** The last time that the database was found lost. */
  readonly loss: { readonly cause: string; readonly at: number } | undefined;
  readonly enrollments: readonly Schema['enrollments']['value'][];
  readonly outbox: readonly Schema['outbox']['value'][];
  readonly senders: readonly Schema['senders']['value'][];
}

const LIVE = new Set(['scheduled', 'active', 'paused']);

/**
 * Looks whether every transaction is there as a whole: what one writes in several stores agrees. And
 * whether the second home says the same as the database.
 */
export async function checkDatabase(page: Page): Promise<Checked> {
  const rows = storedRows(page);
  const enrollments = await rows.all('enrollments');
  const [claims, outbox, limits, heads, meta, senders, contacts] = await Promise.all([
    rows.all('claims'),
    rows.all('outbox'),
    rows.all('limits'),
    rows.all('sequences'),
    rows.all('meta'),
    rows.all('senders'),
    rows.all('contacts'),
  ]);
  const torn: string[] = [];
  const expectEqual = (what: string, actual: unknown, expected: unknown) => {
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    torn.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const live = enrollments.filter(({ state }) => LIVE.has(state.kind));
  const open = outbox.filter(({ state }) => state === 'due' || state === 'sending');
  const ids = (list: readonly { readonly enrollmentId: string }[]) =>
    list.map(({ enrollmentId }) => enrollmentId).sort();
  const liveIds = live.map(({ id }) => id as string).sort();
  expectEqual('claims of live enrollments', ids(claims), liveIds);
  expectEqual('open rows of live enrollments', ids(open), liveIds);
  expectEqual('live enrollments counted', sum(heads.map((head) => head.live)), live.length);
  expectEqual('planned emails counted', sum(limits.map((one) => one.scheduled)), open.length);
  const known = new Set<string>(contacts.map(({ id }) => id));
  const strangers = live.filter(({ contactId }) => !known.has(contactId)).map(({ id }) => id);
  expectEqual('live enrollments without their contact', strangers, []);
  for (const { id, nextStep } of enrollments) {
    const sent = outbox.filter((row) => row.enrollmentId === id && row.state === 'sent').length;
    expectEqual(`emails sent by ${id}`, sent, nextStep);
  }
  expectEqual('rows of the second home that differ', await differences(page, enrollments), []);
  const loss = meta.find(({ key }) => key === 'loss');
  return {
    torn,
    loss: loss?.key === 'loss' ? loss.value : undefined,
    enrollments,
    outbox,
    senders,
  };
}

/** Enrollments that the mirror holds in another state. Nothing is written while this looks. */
async function differences(
  page: Page,
  enrollments: Checked['enrollments'],
): Promise<readonly string[]> {
  const home = await page.evaluate(() => chrome.storage.local.get(null));
  return enrollments
    .filter(({ id, nextStep, state }) => {
      const { row } = Object(home[`home/enrollments/${id}`]);
      return row?.nextStep !== nextStep || row?.state?.kind !== state.kind;
    })
    .map(({ id }) => id);
}
