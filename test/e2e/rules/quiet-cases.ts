import type { RuleCase } from './rule-case.ts';
import type { RuleWorld } from './rule-world.ts';

/** A rule about the moment of the first email; some of them about one that the rep chooses. */
export interface QuietCase extends RuleCase {
  /** A day for the first email, at noon. */
  readonly day?: (rules: RuleWorld) => Promise<{ readonly date: string; readonly name?: string }>;
}

const inDays = (days: number) => Temporal.Now.plainDateISO().add({ days });

/** Far enough away for no other case. */
export const DAY_OFF = inDays(45).toString();

export const QUIET_CASES: readonly QuietCase[] = [
  {
    rule: 'an hour at which the sequence sends nothing',
    code: 'quietTime',
    variant: 'window',
    sequence: 'Never now',
  },
  {
    rule: 'a weekend',
    code: 'quietTime',
    variant: 'weekend',
    sequence: 'On weekdays',
    day: async () => ({ date: inDays(13 - Temporal.Now.plainDateISO().dayOfWeek).toString() }),
  },
  {
    rule: 'a public holiday of the contact’s country',
    code: 'quietTime',
    variant: 'holiday',
    sequence: 'On business days',
    day: async ({ rows }) => {
      const polish = (await rows.all('calendars')).find(({ id }) => id === 'PL');
      const coming = polish?.days.find(({ date }) => isWeekdayAfter(date, inDays(2)));
      if (coming === undefined) throw new Error('no Polish holiday is known');
      return coming;
    },
  },
  {
    rule: 'a day off of the company',
    code: 'quietTime',
    variant: 'closed',
    sequence: 'Never now',
    day: async () => ({ date: DAY_OFF }),
  },
  {
    rule: 'a day more than a year away',
    code: 'quietTime',
    variant: 'tooFar',
    sequence: 'Never now',
    values: { limit: 365 },
    day: async () => ({ date: inDays(400).toString() }),
  },
];

function isWeekdayAfter(text: string, first: Temporal.PlainDate): boolean {
  const date = Temporal.PlainDate.from(text);
  return date.dayOfWeek <= 5 && Temporal.PlainDate.compare(date, first) >= 0;
}
