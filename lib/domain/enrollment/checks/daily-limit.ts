import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { busiestDay } from '@/lib/domain/limits/rolling-limit';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { block, type CheckRule, pass } from './result';

/** The first email fits the sender's rolling 24 hours; a person is offered another. `hubspot.md` 2.5. */
export const dailyLimit: CheckRule<'dailyLimit'> = {
  code: 'dailyLimit',
  overridableBy: NOBODY,
  find: ({ facts: { sender, buckets }, beginsWithTask, firstAt, full, offers }) => {
    if (sender === undefined || beginsWithTask) return pass();
    const params = { used: busiestDay(buckets, firstAt), limit: senderLimit(sender) };
    if (!full) return pass(params);
    const free = offers.find(({ why }) => why === 'limit')?.at;
    return block('full', free === undefined ? params : { ...params, free });
  },
};
