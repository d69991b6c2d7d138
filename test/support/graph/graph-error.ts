import { answer, type SiteResponse } from '../exchange.ts';

/** A refusal in the shape of Graph's. */
export function graphError(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): SiteResponse {
  return answer(status, { error: { code, message: code, innerError: {} } }, headers);
}

/** Thrown where a request is not one that Graph would take. */
export class GraphRefusal extends Error {
  readonly response: SiteResponse;

  constructor(status: number, code: string) {
    super(code);
    this.response = graphError(status, code);
  }
}
