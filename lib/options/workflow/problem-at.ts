import type {
  WorkflowProblem,
  WorkflowProblemCode,
} from '@/components/options/workflow/workflow-problem';

/** What is wrong with a field, by the last name in its path. */
const CODES: Readonly<Record<string, WorkflowProblemCode>> = {
  property: 'propertyMissing',
  dateProperty: 'propertyMissing',
  contactOwnerProperty: 'propertyMissing',
  value: 'valueMissing',
  values: 'valueMissing',
  lowerBound: 'boundMissing',
  upperBound: 'boundMissing',
  numberOfDays: 'daysWrong',
  daysDelta: 'daysWrong',
  dueInDays: 'daysWrong',
  days: 'daysWrong',
  minutes: 'minutesWrong',
  timeUnitCount: 'countWrong',
  date: 'dateMissing',
  timestamp: 'dateMissing',
  minute: 'timeMissing',
  daysOfWeek: 'dayMissing',
  daysOfMonth: 'dayMissing',
  sequenceId: 'sequenceMissing',
  senderId: 'senderMissing',
  from: 'addressWrong',
  title: 'titleMissing',
  zone: 'zoneMissing',
  suppressed: 'suppressedWrong',
  pauseDates: 'rangeWrong',
  actions: 'tooManyActions',
  otherwise: 'tooManyActions',
  branches: 'tooManyBranches',
  filters: 'tooManyFilters',
  groups: 'tooManyFilters',
  triggers: 'tooManyFilters',
};

/**
 * @param path as the parser names it, for example `trigger.groups.0.filters.2.property`
 * @example problemAt('name') // { code: 'nameMissing', place: 'name' }
 */
export function problemAt(path: string): WorkflowProblem {
  if (path === 'name') return { code: 'nameMissing', place: path };
  // A pause is wrong as a whole: it ends before it starts, or a day of it is none.
  const pause = /^settings\.pauseDates\.\d+/.exec(path)?.[0];
  if (pause !== undefined) return { code: 'rangeWrong', place: pause };
  const names = path.split('.').filter((part) => !/^\d+$/.test(part));
  // Values and addresses are wrong one by one, but are typed in one field.
  const place = path.replace(/\.\d+$/, '');
  return { code: CODES[names.at(-1) ?? ''] ?? 'unreadable', place };
}
