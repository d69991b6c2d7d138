/** The database cannot be used now. Caught where a surface says so instead of showing nothing. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly code: 'newerVersion' | 'blocked' | 'failed';

  constructor(code: StoreUnavailable['code'], cause?: unknown) {
    super(`Database unavailable: ${code}`, { cause });
    this.code = code;
  }
}
