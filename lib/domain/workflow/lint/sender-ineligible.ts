import { addressOfSender } from '@/lib/domain/enrollment/sender-address';
import type { Sender } from '@/lib/domain/sender/sender';
import type { EnrollAction } from '@/lib/domain/workflow/action';
import type { LintRule } from './lint-rule';

/** A seat, a personal mailbox that is connected, an address that belongs to it. `hubspot.md` 4.1. */
export const senderIneligible: LintRule<'senderIneligible'> = {
  code: 'senderIneligible',
  severity: 'error',
  stops: 'switchOn',
  find: ({ enrolls, facts: { senders } }) =>
    enrolls.flatMap(({ action: { sender }, place }) => {
      const asked = candidates(sender, senders).map((one) => ({
        one,
        reason: against(one, sender),
      }));
      // Of owners some may send: whose contact it is shows only then.
      if (asked.some(({ reason }) => reason === undefined)) return [];
      return asked.slice(0, 1).map(({ one: { address }, reason = '' }) => ({
        place: `${place}.sender`,
        params: { address, reason },
      }));
    }),
};

type Choice = EnrollAction['sender'];

function candidates(choice: Choice, senders: readonly Sender[]): readonly Sender[] {
  return choice.type === 'SPECIFIC_USER'
    ? senders.filter(({ id }) => id === choice.senderId)
    : senders;
}

/** Why it can never send. Offline is no reason: an email only waits. */
function against(sender: Sender, choice: Choice): string | undefined {
  if (!sender.seat) return 'noSeat';
  if (sender.shared) return 'shared';
  const from = choice.type === 'SPECIFIC_USER' ? choice.from : undefined;
  if (from !== undefined && addressOfSender(sender, from) === undefined) return 'notItsAddress';
  const { connection } = sender;
  return connection === 'expired' || connection === 'revoked' ? connection : undefined;
}
