import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import { createGmailMailbox } from '@/lib/mailboxes/gmail/create-gmail-mailbox';
import { createOutlookMailbox } from '@/lib/mailboxes/outlook/create-outlook-mailbox';
import { MINUTE } from '@/lib/time/instant';
import { address, NOW } from '@/test/support/builders';
import { type CrashProvider, createCrashWorld, type Death } from '@/test/support/crash-world';
import { createGmailAccount } from '@/test/support/gmail-account';
import { fetchFromMicrosoft } from '@/test/support/microsoft-hosts';
import { connectAt, RITA, startMicrosoft } from '@/test/support/outlook-rig';
import { serveGmail } from '@/test/support/serve-gmail';
import { storeProblems } from '@/test/support/store-problems';

const { signal } = new AbortController();

async function gmail(): Promise<CrashProvider> {
  const account = createGmailAccount('rep@example.com', { draft: 0, sent: 0 }, (all) => [...all]);
  const token = { kind: 'ok', value: 'token' } as const;
  const tokens = { current: async () => token, renew: async () => token };
  return {
    sender: { cursor: '1' },
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const path = decodeURIComponent(url.pathname.replace('/gmail/v1/users/me/', ''));
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      const method = init?.method ?? 'GET';
      const { status, body: answer } = serveGmail(
        account,
        { method, path, query: url.searchParams, body },
        Date.now(),
      );
      return new Response(answer === undefined ? null : JSON.stringify(answer), { status });
    },
    mailbox: (fetch, now) => createGmailMailbox({ fetch, tokens, clock: { now } }),
    sent: () => account.departures.map(({ key }) => key),
    drafts: () => [...account.drafts.values()].filter(({ goneAt }) => goneAt === undefined).length,
  };
}

/** @param idsSurviveSending Exchange documents that they do; reports differ */
async function outlook(idsSurviveSending: boolean): Promise<CrashProvider> {
  const microsoft = startMicrosoft({ idsSurviveSending });
  const { tokens, mailbox } = await connectAt(microsoft);
  const profile = await mailbox.profile(signal);
  if (profile.kind !== 'ok') throw new Error(profile.kind);
  const own = address(RITA);
  return {
    sender: {
      kind: 'outlook',
      address: own,
      addresses: [{ address: own, name: 'Rita Rep', isDefault: true }],
      cursor: profile.value.cursor,
    },
    fetch: fetchFromMicrosoft(microsoft),
    mailbox: (fetch, now) => createOutlookMailbox({ fetch, tokens, clock: { now } }),
    sent: () =>
      microsoft.sent(RITA).map(({ headers }) => headers.get('x-sequence-overlay-key') ?? ''),
    drafts: () => microsoft.mailboxOf(RITA).messages.filter(({ isDraft }) => isDraft).length,
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets a worker die, and others take over until nothing is left to do. */
async function storyOf(open: () => Promise<CrashProvider>, death?: Death) {
  vi.setSystemTime(NOW);
  const provider = await open();
  const world = await createCrashWorld(provider);
  const first = await world.work(death);
  for (let life = 0; life < 3; life += 1) {
    world.now += 2 * MINUTE;
    vi.setSystemTime(world.now);
    await world.work();
  }
  const database = await world.connection.get();
  const key = outboxKey(world.enrollment.id, 'step-1', 0);
  const row = await database.get('outbox', key);
  const end = {
    sent: provider.sent(),
    drafts: provider.drafts(),
    row: row?.state,
    problems: await storeProblems(database),
  };
  return { ...first, end, wanted: { sent: [key], drafts: 0, row: 'sent', problems: [] } };
}

describe.each([
  { name: 'Gmail', open: gmail },
  { name: 'Outlook, where a sent draft keeps its id', open: () => outlook(true) },
  { name: 'Outlook, where a sent draft loses its id', open: () => outlook(false) },
])('$name: a worker that dies sends exactly one email', ({ open }) => {
  test('at whatever it waits for, and whether or not its request arrives', async () => {
    const undisturbed = await storyOf(open);
    expect(undisturbed.end).toEqual(undisturbed.wanted);
    // Reading, claiming, drafting, reading again, handing over, sending and settling.
    expect(undisturbed.points).toBeGreaterThan(60);

    const wrong: unknown[] = [];
    for (let at = 1; at <= undisturbed.points; at += 1) {
      for (const fate of ['lost', 'arrives'] as const) {
        const { end, wanted, last } = await storyOf(open, { at, fate });
        const isRight = JSON.stringify(end) === JSON.stringify(wanted);
        if (!isRight) wrong.push({ at, fate, last, end });
        if (!last.startsWith('→')) break;
      }
    }

    expect(wrong).toEqual([]);
  }, 120_000);
});
