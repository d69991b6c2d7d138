import type { Instant } from '@/lib/time/instant';
import { SECOND } from '@/lib/time/instant';
import type { GmailAccount, Letter } from '../support/gmail-account';
import type { Story } from './story';

export type LetterKind =
  | 'reply'
  | 'new letter'
  | 'opt-out'
  | 'bounce'
  | 'absence note'
  | 'other mail';

const KINDS: readonly [LetterKind, ...LetterKind[]] = [
  'reply',
  'reply',
  'new letter',
  'opt-out',
  'bounce',
  'absence note',
  'other mail',
];

/** A letter that somebody wrote. */
export interface Arrival {
  readonly kind: LetterKind;
  /** The contact it comes from, or is about. */
  readonly person: string;
  readonly account: GmailAccount;
  readonly at: Instant;
  readonly visibleAt: Instant;
}

/** What ends the enrollment of the person that it comes from or is about. */
export const ENDING: readonly LetterKind[] = ['reply', 'new letter', 'opt-out', 'bounce'];

/** Somebody who was written to, or was not yet, writes. */
export function letterArrives(
  story: Story,
  account: GmailAccount,
  person: string,
): Arrival | undefined {
  const { chance, now } = story;
  const got = account.departures.filter(({ message }) =>
    (message.headers.get('to') ?? '').includes(person),
  );
  const last = got.at(-1)?.message;
  const kind = chance.pick(KINDS);
  if (last === undefined && kind !== 'new letter' && kind !== 'other mail') return undefined;
  const lag = chance.isLucky(0.3) ? chance.between(1, 15) * SECOND : 0;
  if (lag > 0) story.count('mailbox: a letter is shown late');
  const visibleAt = now + lag;
  account.deliver({ ...letterOf(kind, { account, person, last }), at: now, visibleAt });
  story.count(`mail: ${kind}`);
  story.tell(`mail: ${kind} from ${person} to ${account.address}, visible in ${lag} ms`);
  return { kind, person, account, at: now, visibleAt };
}

interface About {
  readonly account: GmailAccount;
  readonly person: string;
  readonly last: Letter | undefined;
}

function letterOf(
  kind: LetterKind,
  { account, person, last }: About,
): Pick<Letter, 'threadId' | 'labels' | 'headers'> {
  const threadId = last?.threadId ?? `thread-of-${person}-${account.letters.size}`;
  const from = kind === 'bounce' ? 'mailer-daemon@mail.example.com' : person;
  const other = 'news@elsewhere.example.com';
  const headers = new Map([
    ['from', kind === 'other mail' ? other : from],
    ['to', account.address],
    ['subject', kind === 'opt-out' ? 'unsubscribe' : 'Re: a question'],
    ['message-id', `<${account.letters.size}-${kind.replaceAll(' ', '-')}@elsewhere.example.com>`],
    ...(kind === 'bounce' ? bounceHeaders(person) : []),
    ...(kind === 'absence note' ? [['auto-submitted', 'auto-replied'] as const] : []),
    ...(kind === 'reply' && last
      ? [['in-reply-to', last.headers.get('message-id') ?? ''] as const]
      : []),
  ]);
  const isLoose = kind === 'new letter' || kind === 'other mail';
  return {
    threadId: isLoose ? `thread-${kind}-${account.letters.size}` : threadId,
    labels: ['INBOX'],
    headers,
  };
}

function bounceHeaders(person: string): readonly (readonly [string, string])[] {
  return [
    ['x-failed-recipients', person],
    ['content-type', 'multipart/report; report-type=delivery-status; boundary=b'],
    ['auto-submitted', 'auto-replied'],
  ];
}
