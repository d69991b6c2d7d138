import type { Plugin } from 'vite';

/** A fault that the simulation has to find; made in the bundle, never in the code itself. */
export interface Mutation {
  readonly name: string;
  /** Below `lib/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'the hand-over is not written down',
    file: 'engines/local/hand-over.ts',
    find: 'await putOutboxRow(tx, row);',
    replace: '',
  },
  {
    name: 'sends again instead of asking',
    file: 'engines/local/deliver.ts',
    find: 'claimed.job.row.handedOverAt === undefined',
    replace: 'true',
  },
  {
    name: 'mail that was read long before the hand-over will do',
    file: 'engines/local/hand-over.ts',
    find: 'age < 0 || age > FRESH_MAIL',
    replace: 'false',
  },
  {
    name: 'hours, limits and stops are not asked about at the hand-over',
    file: 'engines/local/hand-over.ts',
    find: "if (leave.kind !== 'yes') return leave;",
    replace: '',
  },
  {
    name: 'what a failed row may have left in the mailbox is not looked for',
    file: 'engines/local/settle-failed.ts',
    find: 'row.attempts > 0 && !why.isDraftGone',
    replace: 'false',
  },
  {
    name: 'an email counts against the limit only when it is settled',
    file: 'engines/local/hand-over.ts',
    find: 'await countAsSent(tx, job, now);',
    replace: '',
  },
  {
    name: 'an ended enrollment may hand over',
    file: 'engines/local/hand-over.ts',
    find: '!isLive(loaded.job.enrollment)',
    replace: 'false',
  },
  {
    name: 'the computer may sleep between hand-over and sending',
    file: 'engines/local/send-draft.ts',
    find: 'deps.clock.now() - (ready.row.handedOverAt ?? 0) > FRESH_HAND_OVER',
    replace: 'false',
  },
  {
    name: 'the contact of an ended enrollment stays taken',
    file: 'engines/local/write-advance.ts',
    find: 'await releaseClaim(tx, enrollment);',
    replace: '',
  },
  {
    name: 'a draft that must not leave is not removed',
    file: 'engines/local/finish-ended.ts',
    find: 'await mailbox.deleteDraft(draftId, signal)',
    replace: "({ kind: 'ok' })",
  },
  {
    name: 'gives up looking for a sent email at once',
    file: 'engines/local/settle-from-sent.ts',
    find: 'deps.clock.now() > handedOverAt + GIVE_UP_LOOKING && (row.retry?.count ?? 0) > 2',
    replace: 'true',
  },
];

/** Makes the fault while the thread is bundled. */
export function mutating({ file, find, replace }: Mutation): Plugin {
  return {
    name: 'mutation',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/lib/${file}`)) return undefined;
      if (!code.includes(find)) throw new Error(`${file} does not contain: ${find}`);
      return code.replace(find, replace);
    },
  };
}
