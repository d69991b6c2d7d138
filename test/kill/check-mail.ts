import type { Google } from '../support/google-emulator.ts';
import { REPS } from './reps.ts';

interface Mail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
}

export async function sentMail(google: Google): Promise<readonly Mail[]> {
  const all = await Promise.all(REPS.map(({ email }) => google.mailbox(email)));
  return all
    .flat()
    .filter(({ labels }) => labels.includes('SENT'))
    .map(({ headers }) => ({
      key: headers.get('x-sequence-overlay-key') ?? '',
      to: /[^<\s]+@[^>\s]+/.exec(headers.get('to') ?? '')?.[0] ?? '',
      subject: (headers.get('subject') ?? '').replace(/^Re: /, ''),
    }));
}

/** Everybody who was enrolled has got this many emails, each once, and nobody else has got any. */
export async function mailProblems(
  { google, emails }: { readonly google: Google; readonly emails: number },
  acknowledged: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const mail = await sentMail(google);
  const problems: string[] = [];
  for (const [key, all] of Map.groupBy(mail, (one) => one.key)) {
    if (all.length > 1) problems.push(`sent twice: ${key}`);
  }
  for (const address of acknowledged.keys()) {
    const mine = mail.filter(({ to }) => to === address);
    if (mine.length !== emails) {
      problems.push(`${address} got ${mine.length} emails instead of ${emails}`);
    }
  }
  const strangers = mail.filter(({ to }) => !acknowledged.has(to));
  return [...problems, ...strangers.map(({ to }) => `nobody enrolled ${to}, who got an email`)];
}
