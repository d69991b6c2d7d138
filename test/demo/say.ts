import PostalMime from 'postal-mime';
import type { StoredMessage } from '../support/google-inbox.ts';

const SHOWN = ['from', 'to', 'subject', 'date', 'message-id', 'in-reply-to', 'references'];

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** What a mailbox holds, as its owner would see it: headers, then the text. */
export async function sayMessage(message: StoredMessage): Promise<void> {
  const mail = await PostalMime.parse(message.raw);
  for (const name of SHOWN) {
    const value = message.headers.get(name);
    if (value !== undefined) say(`    ${name}: ${value}`);
  }
  say(`    labels: ${message.labels.join(', ')} · thread ${message.threadId}`);
  say();
  for (const line of (mail.text ?? '').trimEnd().split('\n')) say(`    ${line}`);
  say();
}

/** Text of a page on one line, for the terminal. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
