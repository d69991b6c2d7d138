import type { ConversationFacts } from '@/lib/domain/message/conversation';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Zone } from '@/lib/time/zone';
import type { Sample } from './sample';

/** Rita writes to Ada at Engines, in London; her first email has left. */
export const FACTS = {
  enrollmentId: 'e1',
  ownAddresses: ['rita@seller.example.com', 'rita.alias@seller.example.com'],
  contactAddresses: ['ada@engines.example.com'],
  threadId: 'ours',
  sentIds: ['<one@mail.seller.example.com>'],
  since: Date.parse('2026-12-01T08:00Z'),
  zone: 'Europe/London' as Zone,
} satisfies ConversationFacts;

/** A Wednesday. */
const AT = Date.parse('2026-12-02T10:00Z');

const DEFAULTS = {
  from: 'Ada King <ada@engines.example.com>',
  to: 'Rita <rita@seller.example.com>',
  subject: 'Re: Engines',
};

/** A sample as a mailbox hands it over. */
export function readSample({ mail, inThread, own }: Sample): {
  readonly head: MessageHead;
  readonly text: string;
} {
  const hasHeader = /^[\w-]+: /.test(mail);
  const [top = '', ...rest] = hasHeader ? mail.split('\n\n') : ['', mail];
  const lines = top === '' ? [] : top.split(/\n(?!\s)/);
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return {
    head: {
      messageId: 'm1',
      threadId: inThread ? 'ours' : 'another',
      at: AT,
      own: own ?? false,
      headers: new Map([...Object.entries(DEFAULTS), ...headers]),
    },
    text: rest.join('\n\n'),
  };
}
