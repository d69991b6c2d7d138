import * as v from 'valibot';

const CHANNEL = 'sequence-overlay-progress';
const schema = v.tuple([v.number(), v.number()]);

/** Tells how far something has come that takes a while. */
export interface Progress {
  readonly tell: (done: number, total: number) => void;
}

/** Tells every page of our own. */
export const browserProgress: Progress = {
  tell(done, total) {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage([done, total]);
    channel.close();
  },
};

/** Calls back with how far the worker has come, until the signal ends it. */
export function onProgress(handler: Progress['tell'], signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener(
    'message',
    ({ data }) => {
      const parsed = v.safeParse(schema, data);
      if (parsed.success) handler(...parsed.output);
    },
    { signal },
  );
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
