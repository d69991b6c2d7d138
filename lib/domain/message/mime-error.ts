/** A part of a message that cannot be written safely, and that we, not a person, supplied. */
export type MimeErrorCode =
  | 'badAddress'
  | 'badHeaderName'
  | 'badHeaderValue'
  | 'badKey'
  | 'lineTooLong';

export class MimeError extends Error {
  override readonly name = 'MimeError';
  readonly code: MimeErrorCode;

  constructor(code: MimeErrorCode, detail: string) {
    super(`Message refused: ${code} (${JSON.stringify(detail.slice(0, 80))})`);
    this.code = code;
  }
}
