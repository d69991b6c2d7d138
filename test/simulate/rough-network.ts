import type { Answer } from '../support/serve-gmail';
import type { Story } from './story';

/** What may happen to one request. */
export type NetworkFault =
  | 'none'
  | 'offline'
  | 'answer lost after success'
  | 'timeout after success'
  | 'server error'
  | 'token expired'
  | 'permission taken back'
  | 'throttled with 429'
  | 'throttled with 429 and Retry-After'
  | 'throttled with 403'
  | 'delivered twice'
  | 'refused';

const FAULTS: readonly [NetworkFault, ...NetworkFault[]] = [
  'offline',
  'offline',
  'answer lost after success',
  'answer lost after success',
  'timeout after success',
  'server error',
  'server error',
  'token expired',
  'throttled with 429',
  'throttled with 429 and Retry-After',
  'throttled with 403',
  'delivered twice',
];

/** Rare, because each of them ends or stops much of what could still go wrong. */
const GRAVE: readonly [NetworkFault, ...NetworkFault[]] = ['permission taken back', 'refused'];

export function nextFault({ chance, isRough, count }: Story, isSend: boolean): NetworkFault {
  if (!isRough || !chance.isLucky(isSend ? 0.25 : 0.08)) return 'none';
  const fault = chance.isLucky(0.04) ? chance.pick(GRAVE) : chance.pick(FAULTS);
  count(`network: ${fault}`);
  return fault;
}

const reason = (text: string) => ({ error: { errors: [{ reason: text }] } });

/** The answer to a request that fails without effect; `undefined` for one that gets no answer. */
export function failureOf(fault: NetworkFault, story: Story): Answer | undefined {
  switch (fault) {
    case 'server error':
      return { status: story.chance.pick([500, 502, 503]), body: {} };
    case 'token expired':
    case 'permission taken back':
      return { status: 401, body: reason('authError') };
    case 'throttled with 429':
      return { status: 429, body: reason('rateLimitExceeded') };
    case 'throttled with 429 and Retry-After':
      return {
        status: 429,
        body: reason('rateLimitExceeded'),
        headers: { 'retry-after': String(story.chance.between(1, 600)) },
      };
    case 'throttled with 403':
      return { status: 403, body: reason('userRateLimitExceeded') };
    case 'refused':
      return { status: 400, body: reason('invalidArgument') };
    case 'none':
    case 'offline':
    case 'answer lost after success':
    case 'timeout after success':
    case 'delivered twice':
      return undefined;
  }
}
