import type { Check, CheckCode } from '@/lib/domain/enrollment/check';

type Params = Check['params'];

export function pass(code: CheckCode, params: Params = {}): Check {
  return { code, result: 'pass', params, overridable: false };
}

/** A person may go on after seeing it; nobody else may. */
export function warn(code: CheckCode, reason: string, params: Params = {}): Check {
  return { code, result: 'warn', reason, params, overridable: true };
}

export function block(code: CheckCode, reason: string, params: Params = {}): Check {
  return { code, result: 'block', reason, params, overridable: false };
}
