import type { ComposeProgram, Sender } from '@/lib/domain/sender/sender';

/** An email to be written by hand. */
export interface ByHand {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** Where a compose window opens that is filled in. */
export interface ComposeLink {
  readonly url: string;
  /** The text is too long for an address: it has to be pasted, and is not in `url`. */
  readonly paste: boolean;
}

/**
 * How long an address may become. Windows hands on about 2,000 characters of a `mailto:`, and so much
 * is what the web programs are known to take from an address as well, Gmail more.
 */
const LONGEST: Readonly<Record<ComposeProgram, number>> = {
  gmail: 7_000,
  outlook: 2_000,
  mail: 1_900,
};

/**
 * The address of a compose window with this email in it. An email that does not fit is opened without
 * its text, never with half of it.
 *
 * @param account the mailbox it is to leave from, for programs that hold several
 * @example composeLink('mail', { to: 'ada@example.com', subject: 'Hi', body: '' }, account).url
 * // 'mailto:ada@example.com?subject=Hi&body='
 */
export function composeLink(program: ComposeProgram, email: ByHand, account: string): ComposeLink {
  const whole = urlOf(program, email, account);
  if (whole.length <= LONGEST[program]) return { url: whole, paste: false };
  return { url: urlOf(program, { ...email, body: '' }, account), paste: true };
}

/**
 * Which program a sender writes with.
 *
 * @example programOf({ kind: 'outlook' }) // 'outlook'
 */
export function programOf({
  kind,
  composeWith,
}: Pick<Sender, 'kind' | 'composeWith'>): ComposeProgram {
  if (composeWith !== undefined) return composeWith;
  return kind === 'compose' ? 'mail' : kind;
}

function urlOf(program: ComposeProgram, { to, subject, body }: ByHand, account: string): string {
  const text = body.replaceAll(/\r?\n/g, '\r\n');
  switch (program) {
    case 'gmail':
      return `https://mail.google.com/mail/?${query({ authuser: account, view: 'cm', fs: '1', to, su: subject, body: text })}`;
    case 'outlook':
      return `https://outlook.office.com/mail/deeplink/compose?${query({ to, subject, body: text })}`;
    case 'mail':
      return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?${query({ subject, body: text })}`;
  }
}

/** A space is `%20`: a plus stays a plus in a `mailto:`. */
function query(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
