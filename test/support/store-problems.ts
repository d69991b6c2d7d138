import type { Database } from '@/lib/store/schema';

/** What is not as it must be in a database, whatever happened to it; empty when all is well. */
export async function storeProblems(database: Database): Promise<readonly string[]> {
  const [enrollments, claims, rows, limits, heads] = await Promise.all([
    database.getAll('enrollments'),
    database.getAll('claims'),
    database.getAll('outbox'),
    database.getAll('limits'),
    database.getAll('sequences'),
  ]);
  const live = enrollments.filter(({ state }) =>
    ['scheduled', 'active', 'paused'].includes(state.kind),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const open = rows.filter(({ state }) => state === 'due' || state === 'sending');
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    [
      'who is claimed and who is enrolled',
      claims
        .map(({ enrollmentId }) => enrollmentId)
        .sort()
        .join(),
      live
        .map(({ id }) => id)
        .sort()
        .join(),
    ],
    ['addresses and live enrollments', new Set(live.map(({ to }) => to)).size, live.length],
    ['live counters and live enrollments', sum(heads.map((head) => head.live)), live.length],
    ['reservations and open rows', sum(limits.map(({ scheduled }) => scheduled)), open.length],
  ];
  return [
    ...pairs
      .filter(([, one, other]) => one !== other)
      .map(([what, one, other]) => `${what} differ: ${one} and ${other}`),
    ...limits
      .filter(({ sent, minutes }) => sent < 0 || Math.max(...minutes) > 10)
      .map((bucket) => `impossible counts: ${JSON.stringify(bucket)}`),
  ];
}
