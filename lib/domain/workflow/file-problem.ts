import type { BaseIssue } from 'valibot';
import { MAX_DEPTH } from './action';
import { MAX_FILTERS } from './filter';

/** What keeps a file from being taken. */
export interface FileProblem {
  /** As in `Finding`: a path into the draft, empty for the whole. */
  readonly place: string;
  /**
   * - `unknownOperator` params: value
   * - `unknownAction` params: value
   * - `tooManyFilters` params: limit
   * - `badZone` params: value
   * - `badValue` params: value; limit where branches are too deep
   * - `newerVersion` params: version
   */
  readonly reason:
    | 'notJson'
    | 'notAWorkflow'
    | 'newerVersion'
    | 'unknownOperator'
    | 'unknownAction'
    | 'tooManyFilters'
    | 'badZone'
    | 'badValue';
  readonly params: Readonly<Record<string, string | number>>;
}

/** Says of an issue that parsing found where it is and what it means to a person. */
export function problemOf(issue: BaseIssue<unknown>): FileProblem {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const place = keys.join('.');
  const value = shown(issue.input);
  const last = keys.at(-1) ?? '';
  if (last === 'operator' || last === 'operationType')
    return { place, reason: 'unknownOperator', params: { value } };
  if (isActionKind(keys)) {
    // It is one that is known, and too many others are around it.
    return issue.input === 'branch'
      ? { place, reason: 'badValue', params: { value, limit: MAX_DEPTH } }
      : { place, reason: 'unknownAction', params: { value } };
  }
  if (holdsTooMany(issue, last))
    return { place, reason: 'tooManyFilters', params: { limit: MAX_FILTERS } };
  if (place === 'settings.zone') return { place, reason: 'badZone', params: { value } };
  return { place, reason: 'badValue', params: { value } };
}

function isActionKind(keys: readonly string[]): boolean {
  const list = keys.at(-3);
  return keys.at(-1) === 'kind' && (list === 'actions' || list === 'otherwise');
}

function holdsTooMany({ type }: BaseIssue<unknown>, last: string): boolean {
  const isList = last === 'filters' || last === 'groups' || last === 'triggers';
  return isList && (type === 'max_length' || type === 'check');
}

/** Enough to recognize it by. */
function shown(input: unknown): string {
  if (typeof input === 'string') return input.slice(0, 80);
  if (typeof input === 'number' || typeof input === 'boolean') return String(input);
  if (input === null || input === undefined) return '';
  return Array.isArray(input) ? '[…]' : '{…}';
}
