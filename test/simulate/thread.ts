import 'fake-indexeddb/auto';
import { parentPort, workerData } from 'node:worker_threads';
import { runSeed } from './run-seed';

/** Every so many seeds from the first one on; each result is a message. */
const { first, last, step }: { first: number; last: number; step: number } = workerData;

for (let seed = first; seed <= last; seed += step) {
  const { trace, ...result } = await runSeed(seed);
  const isWorthTelling = result.problems.length > 0 || first === last;
  parentPort?.postMessage({ ...result, trace: isWorthTelling ? trace : [] });
}
