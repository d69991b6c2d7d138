import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { busiestDay, firstFree, fits } from '@/lib/domain/limits/rolling-limit';
import { block, pass } from './result';

/** The first email fits the sender's rolling 24 hours. Source: `hubspot.md` 2.5. */
export function dailyLimit({ facts: { sender, buckets }, firstAt }: Subject): Check {
  if (sender === undefined) return pass('dailyLimit');
  const limit = sender.dailyLimit;
  const params = { used: busiestDay(buckets, firstAt), limit };
  if (fits(buckets, firstAt, limit)) return pass('dailyLimit', params);
  const free = firstFree(buckets, firstAt, limit);
  return block('dailyLimit', 'full', free === undefined ? params : { ...params, free });
}
