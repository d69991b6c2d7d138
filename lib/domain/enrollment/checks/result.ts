import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import type { Origin } from '@/lib/domain/enrollment/enrollment';
import type { Subject } from '@/lib/domain/enrollment/subject';

type Params = Check['params'];

/** What a rule found, before it is known who may overrule it. */
export type Finding =
  | { readonly result: 'pass'; readonly params: Params }
  | { readonly result: 'warn' | 'block'; readonly reason: string; readonly params: Params };

/** One precondition: a name, who may go on in spite of its warning, and how it is found out. */
export interface CheckRule<Code extends CheckCode = CheckCode> {
  readonly code: Code;
  /** Origins whose person may accept the warning. Nobody may overrule a block. */
  readonly overridableBy: readonly Origin[];
  readonly find: (subject: Subject) => Finding;
}

export function pass(params: Params = {}): Finding {
  return { result: 'pass', params };
}

export function warn(reason: string, params: Params = {}): Finding {
  return { result: 'warn', reason, params };
}

export function block(reason: string, params: Params = {}): Finding {
  return { result: 'block', reason, params };
}

/** Asks one rule about one subject. */
export function runCheck({ code, overridableBy, find }: CheckRule, subject: Subject): Check {
  const finding = find(subject);
  const overridable = finding.result === 'warn' && overridableBy.includes(subject.request.origin);
  return { code, ...finding, overridable };
}
