import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { addressOfSender } from '@/lib/domain/enrollment/sender-address';
import { isTaskStep } from '@/lib/domain/sequence/step';
import { block, type CheckRule, pass, warn } from './result';

/**
 * A user with a seat sends from their own, connected mailbox and from an address that belongs to
 * it. Without a connection an email only waits; without rights it never leaves. `hubspot.md` 2.3. What
 * has only tasks left asks for no connection.
 */
export const senderEligible: CheckRule<'senderEligible'> = {
  code: 'senderEligible',
  overridableBy: PERSONS,
  find: ({ request, facts: { sender, anySender, sequence }, policy }) => {
    if (sender === undefined) {
      if (!anySender) return block('none');
      // Nobody chose, and nobody had to: the check about the owner says why there is none.
      return request.senderType.kind === 'owner' ? pass() : block('unchosen');
    }
    const params = { address: sender.address };
    if (!sender.seat) return block('noSeat', params);
    if (sender.shared) return block('shared', params);
    const { from } = request;
    if (from !== undefined && addressOfSender(sender, from) === undefined) {
      return block('notItsAddress', { ...params, from });
    }
    const steps = (sequence?.steps ?? []).slice(request.startStep);
    if (steps.length > 0 && steps.every(isTaskStep)) return pass(params);
    switch (sender.connection) {
      case 'connected':
        return pass(params);
      case 'offline':
        // Whom nobody can ask is enrolled: the email waits for the connection, as it would later.
        return policy.person ? warn('offline', params) : pass(params);
      case 'expired':
      case 'revoked':
        return block(sender.connection, params);
    }
  },
};
