export interface Debounce {
  /** Runs once things have been quiet for a while. */
  readonly schedule: () => void;
  readonly cancel: () => void;
}

/** Waits for a pause. Nothing runs after the signal. */
export function createDebounce(
  run: () => void,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
): Debounce {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  signal.addEventListener('abort', cancel, { once: true });
  return {
    cancel,
    schedule: () => {
      cancel();
      if (!signal.aborted) timer = setTimeout(run, ms);
    },
  };
}
