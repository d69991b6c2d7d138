import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is right; says what the last one was if it never is. */
export async function until<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  patienceMs = 60_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > end) throw new Error(`still waiting: ${JSON.stringify(answer)}`);
    await pause(200);
  }
}
