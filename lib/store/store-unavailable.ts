/** The database cannot be used now. Caught where a surface says so instead of showing nothing. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** `lost`: it is not the database that was expected, and could not be brought back yet. */
  readonly code: 'newerVersion' | 'blocked' | 'failed' | 'lost';

  constructor(code: StoreUnavailable['code'], cause?: unknown) {
    super(`Database unavailable: ${code}`, { cause });
    this.code = code;
  }
}
