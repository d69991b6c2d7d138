import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass, warn } from './result';

/** Somebody's own mailbox is connected. Without a connection it only waits; without rights it never leaves. */
export function senderConnected({ facts: { sender, anySender } }: Subject): Check {
  if (sender === undefined) return block('senderConnected', anySender ? 'unchosen' : 'none');
  const params = { address: sender.address };
  switch (sender.connection) {
    case 'connected':
      return pass('senderConnected', params);
    case 'offline':
      return warn('senderConnected', 'offline', params);
    case 'expired':
    case 'revoked':
      return block('senderConnected', sender.connection, params);
  }
}
