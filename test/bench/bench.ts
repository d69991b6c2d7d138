/** One thing to measure against another, in the same run. */
export interface Bench {
  readonly name: string;
  /** How many of each in one round. */
  readonly count: number;
  readonly rounds: number;
  /** A promise is waited for, one after the other. */
  readonly work: (index: number) => unknown;
  readonly yardstick: (index: number) => unknown;
  /** What one of the yardstick is, as in "costs 0.5 of". */
  readonly of: string;
  /** The work may cost at most so many times the yardstick. */
  readonly limit: number;
}

export interface Measured {
  /** Median of the rounds' ratios, and the middle half of them. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Median microseconds for one. */
  readonly work: number;
  readonly yardstick: number;
}

/** What was computed last, so that no engine may leave the work out. */
export const kept: { value: unknown } = { value: undefined };

/**
 * Measures both in turn, round by round, so that whatever else the machine does hits both. The
 * first round warms up and does not count.
 */
export async function measure({ count, rounds, work, yardstick }: Bench): Promise<Measured> {
  const pairs: { readonly work: number; readonly yardstick: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Who goes first changes, because who goes second inherits the garbage.
    const first = round % 2 === 0;
    const early = await timed(first ? work : yardstick, count);
    const late = await timed(first ? yardstick : work, count);
    if (round > 0) pairs.push({ work: first ? early : late, yardstick: first ? late : early });
  }
  const ratios = pairs.map((pair) => pair.work / pair.yardstick);
  return {
    ratio: quantile(ratios, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
    work: quantile(
      pairs.map((pair) => pair.work),
      0.5,
    ),
    yardstick: quantile(
      pairs.map((pair) => pair.yardstick),
      0.5,
    ),
  };
}

/** Microseconds for one. */
async function timed(run: (index: number) => unknown, count: number): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    kept.value = run(index);
    if (kept.value instanceof Promise) await kept.value;
  }
  return ((performance.now() - start) / count) * 1_000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
