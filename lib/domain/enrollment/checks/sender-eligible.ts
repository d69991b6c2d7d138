import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass, warn } from './result';

/** Somebody's own mailbox is connected. Without a connection it only waits; without rights it never leaves. */
export function senderEligible({ facts: { sender, anySender } }: Subject): Check {
  if (sender === undefined) return block('senderEligible', anySender ? 'unchosen' : 'none');
  const params = { address: sender.address };
  switch (sender.connection) {
    case 'connected':
      return pass('senderEligible', params);
    case 'offline':
      return warn('senderEligible', 'offline', params);
    case 'expired':
    case 'revoked':
      return block('senderEligible', sender.connection, params);
  }
}
