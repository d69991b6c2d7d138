import type { LintRule } from './lint-rule';

/** The sender was removed; or an owner is to send and there is no sender at all. */
export const senderMissing: LintRule<'senderMissing'> = {
  code: 'senderMissing',
  severity: 'error',
  stops: 'switchOn',
  find: ({ enrolls, facts: { senders } }) =>
    enrolls
      .filter(({ action: { sender } }) =>
        sender.type === 'SPECIFIC_USER'
          ? !senders.some(({ id }) => id === sender.senderId)
          : senders.length === 0,
      )
      .map(({ place }) => ({ place: `${place}.sender` })),
};
