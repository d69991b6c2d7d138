import type { Filter } from '@/lib/domain/workflow/filter';
import { type Claim, claimOf, type Span } from './claim-of';

/**
 * Can no contact ever pass both filters? In doubt some can.
 *
 * @example contradict(aFilter('stage', equals('demo')), aFilter('stage', equals('lost'))) // true
 */
export function contradict(one: Filter, other: Filter): boolean {
  if (one.property !== other.property) return false;
  const a = claimOf(one.operation);
  const b = claimOf(other.operation);
  if (a.unknown && b.unknown) return false;
  return !a.known || !b.known || excludes(a, b) || excludes(b, a) || apart(a.span, b.span);
}

/** Is every value that the one allows ruled out by the other? */
function excludes({ only }: Claim, other: Claim): boolean {
  if (only === undefined) return false;
  return only.every(
    (value) => other.never?.includes(value) || (other.only && !other.only.includes(value)),
  );
}

function apart(one: Span | undefined, other: Span | undefined): boolean {
  if (one === undefined || other === undefined || one.scale !== other.scale) return false;
  return before(one, other) || before(other, one);
}

/** Does the one end before the other begins? At the same value only if one of them leaves it out. */
function before(one: Span, other: Span): boolean {
  return one.to < other.from || (one.to === other.from && (one.open || other.open));
}
