/** What is missing or cannot be read before a workflow can be saved at all. */
export type WorkflowProblemCode =
  | 'nameMissing'
  | 'propertyMissing'
  | 'valueMissing'
  | 'boundMissing'
  | 'daysWrong'
  | 'minutesWrong'
  | 'countWrong'
  | 'dateMissing'
  | 'timeMissing'
  | 'dayMissing'
  | 'sequenceMissing'
  | 'senderMissing'
  | 'addressWrong'
  | 'titleMissing'
  | 'zoneMissing'
  | 'suppressedWrong'
  | 'rangeWrong'
  | 'tooManyActions'
  | 'tooManyBranches'
  | 'tooManyFilters'
  | 'unreadable';

export interface WorkflowProblem {
  readonly code: WorkflowProblemCode;
  /** As a path into the draft, as findings name their place. */
  readonly place: string;
}
