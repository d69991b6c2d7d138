import type { OperationType } from '@/lib/domain/workflow/operation';

/**
 * A comparison as it is typed. One field of each kind, whatever the operator: changing it back and
 * forth keeps what was typed.
 */
export interface TypedOperation {
  readonly operationType: OperationType;
  readonly operator: string;
  readonly includeObjectsWithNoValueSet: boolean;
  /** Text, a number, `true` or `false`, a date, or a date and time on the workflow's clock. */
  readonly value: string;
  readonly values: readonly string[];
  readonly lower: string;
  readonly upper: string;
  readonly days: string;
  readonly timeUnit: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
  readonly timeUnitCount: string;
}

/** One condition as it is typed; `property` is empty until one is chosen. */
export interface TypedFilter {
  /** Tells the filters of one form apart. */
  readonly key: string;
  readonly property: string;
  readonly operation: TypedOperation;
}

/** Filters that have to hold together. */
export interface TypedGroup {
  readonly key: string;
  readonly filters: readonly TypedFilter[];
}
