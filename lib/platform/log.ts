/** Where the unexpected goes. Names and codes only: never a person's text, address or token. */
export interface Log {
  readonly unexpected: (where: string, cause: unknown) => void;
}

export const consoleLog: Log = {
  unexpected(where, cause) {
    const name = cause instanceof Error ? cause.name : typeof cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const place =
      cause instanceof Error ? (cause.stack?.split('\n').slice(1, 4).join(' <') ?? '') : '';
    console.error(`[sequence-overlay] ${where}: ${name} ${code} ${place}`);
  },
};
