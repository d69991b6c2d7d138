import type { ComposeDraft, ComposeShelf } from '@/lib/mailboxes/compose/compose-shelf';
import type { Instant } from '@/lib/time/instant';
import type { Connection } from './connection';
import type { ReadTx, WriteTx } from './transaction';

/** Drafts of those who send by hand. Written through to the disk, like everything about sending. */
export function createComposeShelf({ get }: Connection): ComposeShelf {
  const change = async (
    key: string,
    to: (draft: ComposeDraft) => ComposeDraft | 'nothing',
  ): Promise<ComposeDraft | undefined> => {
    const tx = (await get()).transaction(['composeDrafts'], 'readwrite', { durability: 'strict' });
    const store = tx.objectStore('composeDrafts');
    const draft = await store.get(key);
    if (draft !== undefined && draft.sentAt === undefined) {
      const next = to(draft);
      if (next === 'nothing') await store.delete(key);
      else await store.put(next);
    }
    await tx.done;
    return draft;
  };
  return {
    async put(draft) {
      const tx = (await get()).transaction(['composeDrafts'], 'readwrite', {
        durability: 'strict',
      });
      await tx.objectStore('composeDrafts').put(draft);
      await tx.done;
    },
    get: async (key) => getComposeDraft((await get()).transaction(['composeDrafts']), key),
    async ask(key, now) {
      const draft = await change(key, ({ notified: _again, ...one }) => ({ ...one, askedAt: now }));
      return draft !== undefined && draft.sentAt === undefined ? 'asked' : 'gone';
    },
    async drop(key) {
      await change(key, () => 'nothing');
    },
  };
}

export function getComposeDraft(
  tx: ReadTx<'composeDrafts'>,
  key: string,
): Promise<ComposeDraft | undefined> {
  return tx.objectStore('composeDrafts').get(key);
}

/** The rep said that they have sent it. */
export async function markComposed(
  tx: WriteTx<'composeDrafts'>,
  key: string,
  now: Instant,
): Promise<'marked' | 'known' | 'gone'> {
  const draft = await getComposeDraft(tx, key);
  if (draft === undefined) return 'gone';
  if (draft.sentAt !== undefined) return 'known';
  await tx.objectStore('composeDrafts').put({ ...draft, sentAt: now });
  return 'marked';
}

/** What the rep is asked to send, the longest waiting first. There are as many as a person can send. */
export async function askedDrafts(tx: ReadTx<'composeDrafts'>): Promise<readonly ComposeDraft[]> {
  const all = await tx.objectStore('composeDrafts').getAll(null, 1_000);
  return all
    .filter(({ askedAt, sentAt }) => askedAt !== undefined && sentAt === undefined)
    .sort((a, b) => a.createdAt - b.createdAt);
}

/** They have been shown to the rep. */
export async function noteNotified(
  tx: WriteTx<'composeDrafts'>,
  drafts: readonly ComposeDraft[],
): Promise<void> {
  for (const draft of drafts)
    await tx.objectStore('composeDrafts').put({ ...draft, notified: true });
}

/** Forgets the texts of what was sent before then: the rows and the journal know that it was. */
export async function dropOldComposed(
  tx: WriteTx<'composeDrafts'>,
  before: Instant,
): Promise<void> {
  const store = tx.objectStore('composeDrafts');
  for (const { key, sentAt } of await store.getAll()) {
    if (sentAt !== undefined && sentAt < before) await store.delete(key);
  }
}
