/** What this tab remembers over a reload, and forgets when it is closed. */
export interface TabMemory {
  /** As it was written, or `undefined`; whoever reads it checks what it is. */
  readonly read: (key: string) => unknown;
  readonly write: (key: string, value: unknown) => void;
  readonly forget: (key: string) => void;
}

const PREFIX = 'sequence-overlay:';

/** The tab's own memory. A full or forbidden storage only means that a reload loses more. */
export function createTabMemory(storage: () => Storage = () => sessionStorage): TabMemory {
  const quietly = <Result>(run: (own: Storage) => Result): Result | undefined => {
    try {
      return run(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) =>
      quietly((own): unknown => {
        const text = own.getItem(PREFIX + key);
        return text === null ? undefined : JSON.parse(text);
      }),
    write: (key, value) => quietly((own) => own.setItem(PREFIX + key, JSON.stringify(value))),
    forget: (key) => quietly((own) => own.removeItem(PREFIX + key)),
  };
}
