import type { TokenSource } from '@/lib/mailboxes/token-source';
import { HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import type { GmailAccount } from '../support/gmail-account';
import { type Life, NEVER } from '../support/life';
import { type Answer, type GmailCall, serveGmail } from '../support/serve-gmail';
import { failureOf, nextFault } from './rough-network';
import type { Story } from './story';

/** A request gives up after so long, see `send-request.ts`; what is on its way arrives by then. */
export const IN_THE_AIR = 20 * SECOND;

/** What is outside of the computer: the account, whether it may be entered, requests on their way. */
export interface Outside {
  readonly account: GmailAccount;
  isRevoked: boolean;
  /** Requests of dead workers that arrive later. */
  readonly late: { readonly at: number; readonly arrive: () => void }[];
}

/** Lets arrive what was on its way. */
export function catchUp({ late }: Outside, now: number): void {
  for (const one of late.filter(({ at }) => at <= now)) {
    late.splice(late.indexOf(one), 1);
    one.arrive();
  }
}

interface Line {
  readonly story: Story;
  readonly outside: Outside;
  readonly life: Life;
  /** The worker is about to wait, or has just waited; it may die there. */
  readonly atPoint: (what: string) => void;
}

export function createTokens({ story, outside }: Pick<Line, 'story' | 'outside'>): TokenSource {
  const answer = async () =>
    outside.isRevoked
      ? ({ kind: 'revoked' } as const)
      : ({ kind: 'ok', value: `token-${story.order}` } as const);
  return { current: answer, renew: answer };
}

/** Gmail over a network on which everything may happen. */
export function createFetch({ story, outside, life, atPoint }: Line): typeof globalThis.fetch {
  const { account } = outside;
  const { chance } = story;
  return async (input, init) => {
    const call = callOf(input, init);
    const name = `${call.method} ${call.path}`;
    const isSend = call.path === 'drafts/send';
    if (life.isDead()) return NEVER;
    catchUp(outside, story.now);
    const serve = (at = story.now) => {
      const answer = serveGmail(account, call, at);
      const isNews = call.method !== 'GET';
      const about = name === 'POST drafts' ? ` ${newestDraft(account)}` : '';
      if (isNews) story.tell(`gmail ${account.address}: ${name} → ${answer.status}${about}`);
      return answer;
    };
    const leaves = story.now;
    // What the computer slept through has no connection any more.
    const isBroken = () => story.now - leaves > IN_THE_AIR;
    atPoint(`→ ${name}`);
    if (life.isDead()) {
      // It may have left just before the worker died, and may arrive at once or a little later.
      const fate = chance.below(3);
      if (fate === 0) serve();
      if (fate === 1) {
        story.count('request arrives after its worker died');
        const at = story.now + chance.below(IN_THE_AIR);
        outside.late.push({ at, arrive: () => serve(at) });
      }
      return NEVER;
    }
    const fault = nextFault(story, isSend);
    if (fault === 'permission taken back') outside.isRevoked = true;
    if (fault !== 'none') story.tell(`network: ${name} ${fault}`);
    await pass(line(), chance.between(20, 400));
    let answer: Answer | undefined = failureOf(fault, story);
    if (answer === undefined && fault !== 'offline' && !isBroken()) {
      answer = serve();
      if (fault === 'delivered twice' && call.path !== 'drafts') answer = serve();
      if (fault === 'answer lost after success') answer = undefined;
      if (fault === 'timeout after success') answer = { status: 504, body: {} };
    }
    await pass(line(), chance.between(20, chance.isLucky(0.05) ? 9_000 : 400));
    atPoint(`← ${name}`);
    if (life.isDead()) return NEVER;
    if (answer === undefined || isBroken()) throw new TypeError('Failed to fetch');
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
      ...(answer.headers && { headers: { ...answer.headers } }),
    });
  };

  function line() {
    return { story, outside };
  }
}

function newestDraft({ drafts }: GmailAccount): string {
  const [id, draft] = [...drafts].at(-1) ?? [];
  return `${id} for ${draft?.message.headers.get('x-sequence-overlay-key')}`;
}

async function pass({ story, outside }: Pick<Line, 'story' | 'outside'>, ms: number) {
  await new Promise((resolve) => setImmediate(resolve));
  story.now += ms;
  catchUp(outside, story.now);
}

function callOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): GmailCall {
  const url = new URL(String(input));
  return {
    method: init?.method ?? 'GET',
    path: decodeURIComponent(url.pathname.replace('/gmail/v1/users/me/', '')),
    query: url.searchParams,
    body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
  };
}

/** How long a lid stays closed. */
export function sleepLength({ chance, count }: Story): number {
  const kind = chance.pick(['minutes', 'hours', 'days']);
  count(`computer sleeps for ${kind}`);
  switch (kind) {
    case 'minutes':
      return chance.between(2, 59) * MINUTE;
    case 'hours':
      return chance.between(1, 23) * HOUR;
    default:
      return chance.between(24, 24 * 8) * HOUR;
  }
}
