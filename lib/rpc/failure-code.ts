import { type FailureCode, RpcFailure } from './failure';

/** The code of whatever was thrown by a request, for the sentence in i18n under `failure`. */
export function failureCode(cause: unknown): FailureCode {
  return cause instanceof RpcFailure ? cause.code : 'internal';
}
