import * as v from 'valibot';
import { authorizedRequest } from '@/lib/mailboxes/authorized-request';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';
import type { TokenSource } from '@/lib/mailboxes/token-source';
import type { Clock } from '@/lib/time/clock';
import { graphCode, graphFailure } from './graph-failure';

export const GRAPH_ORIGIN = 'https://graph.microsoft.com';

/** Ids that stay the same when a message is moved, for example to Sent Items. */
const STABLE_IDS = 'IdType="ImmutableId"';

/** What reaching Graph takes. */
export interface GraphAccess {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
}

export interface GraphRequest<Schema extends v.GenericSchema> {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below `/v1.0/me`, each part already encoded; or a link that Graph itself gave. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Further wishes, besides ids that stay. */
  readonly prefer?: string;
  /** Wants the id that an item has only where it lies now. */
  readonly passingIds?: boolean;
  readonly answer: Schema;
}

/** Two answers of their own, because most callers know what they mean. */
export type GraphResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'notFound' }
  /** Graph has forgotten the state that a link stands for. */
  | { readonly kind: 'stateLost' }
  | MailboxFailure;

/** One call of Graph: token, time limit, one new token after a 401, failures by name. */
export async function graphRequest<Schema extends v.GenericSchema>(
  access: GraphAccess,
  request: GraphRequest<Schema>,
  signal: AbortSignal,
): Promise<GraphResult<v.InferOutput<Schema>>> {
  const { method = 'GET', path, query = {}, body, prefer, answer } = request;
  const url = new URL(path.startsWith('https:') ? path : `/v1.0/me${path}`, GRAPH_ORIGIN);
  // Our token goes to Graph, whatever a link says.
  if (url.origin !== GRAPH_ORIGIN) return { kind: 'stateLost' };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const wishes = [request.passingIds === true ? undefined : STABLE_IDS, prefer].filter(Boolean);
  const headers = { ...(wishes.length > 0 && { prefer: wishes.join(', ') }) };
  const result = await authorizedRequest(access, { url, method, body, headers }, signal);
  return interpret(access, answer, result);
}

function interpret<Schema extends v.GenericSchema>(
  { clock }: GraphAccess,
  schema: Schema,
  answer: Answer | MailboxFailure,
): GraphResult<v.InferOutput<Schema>> {
  if (answer.kind !== 'answer') return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const parsed = v.safeParse(schema, body);
    // A hotel's sign-in page also answers 200. What was asked for may or may not have happened.
    return parsed.success ? { kind: 'ok', value: parsed.output } : { kind: 'unavailable' };
  }
  const code = graphCode(body);
  if (status === 410 || /^(?:SyncState|resync)/i.test(code)) return { kind: 'stateLost' };
  // A malformed id is one that no message has.
  const isMissing = status === 404 || /^ErrorItemNotFound$|^ErrorInvalidId/.test(code);
  return isMissing ? { kind: 'notFound' } : graphFailure(answer, clock.now());
}

/** For callers to whom a missing thing or a lost state is no answer they could use. */
export function expectedOf<T>(
  result: GraphResult<T>,
): { readonly kind: 'ok'; readonly value: T } | MailboxFailure {
  if (result.kind === 'notFound' || result.kind === 'stateLost') {
    return { kind: 'refused', detail: result.kind };
  }
  return result;
}
