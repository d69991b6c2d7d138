import * as v from 'valibot';
import { authorizedRequest } from '@/lib/mailboxes/authorized-request';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';
import type { TokenSource } from '@/lib/mailboxes/token-source';
import type { Clock } from '@/lib/time/clock';
import { gmailFailure } from './gmail-failure';

export const GMAIL_ORIGIN = 'https://gmail.googleapis.com';

/** What reaching Gmail takes. */
export interface GmailAccess {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
}

export interface GmailRequest<Schema extends v.GenericSchema> {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below `/gmail/v1/users/me/`, each part already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly answer: Schema;
}

/** `notFound` is an answer of its own, because most callers know what it means. */
export type GmailResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'notFound' }
  | MailboxFailure;

/** One call of the Gmail API: token, time limit, one new token after a 401, failures by name. */
export async function gmailRequest<Schema extends v.GenericSchema>(
  access: GmailAccess,
  { method = 'GET', path, query = {}, body, answer }: GmailRequest<Schema>,
  signal: AbortSignal,
): Promise<GmailResult<v.InferOutput<Schema>>> {
  const url = new URL(`/gmail/v1/users/me/${path}`, GMAIL_ORIGIN);
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values].flat()) url.searchParams.append(name, value);
  }
  return interpret(access, answer, await authorizedRequest(access, { url, method, body }, signal));
}

function interpret<Schema extends v.GenericSchema>(
  { clock }: GmailAccess,
  schema: Schema,
  answer: Answer | MailboxFailure,
): GmailResult<v.InferOutput<Schema>> {
  if (answer.kind !== 'answer') return answer;
  if (answer.status === 404) return { kind: 'notFound' };
  if (answer.status < 200 || answer.status > 299) return gmailFailure(answer, clock.now());
  const parsed = v.safeParse(schema, answer.body);
  // A hotel's sign-in page also answers 200. What was asked for may or may not have happened.
  return parsed.success ? { kind: 'ok', value: parsed.output } : { kind: 'unavailable' };
}
