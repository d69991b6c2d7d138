export const FAILURE_CODES = [
  /** The message did not fit its schema, or this context may not send it. */
  'badRequest',
  'forbidden',
  /** The extension was updated or switched off; this page must be reloaded. */
  'orphaned',
  /** The database could not be opened, or belongs to a newer version. */
  'storeUnavailable',
  /** It is not the database that was expected, and was not brought back yet. */
  'storeLost',
  'internal',
] as const;

/** Why a request got no answer. A sentence in i18n under `failure`. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Thrown by the client, so that a surface can name what happened. */
export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, cause?: unknown) {
    super(`Request failed: ${code}`, { cause });
    this.code = code;
  }
}
