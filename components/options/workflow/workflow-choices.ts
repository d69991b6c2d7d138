import type { ZoneChoice } from '@/components/options/zone-choice';
import type { OperationType } from '@/lib/domain/workflow/operation';
import type { PropertyType } from '@/lib/domain/workflow/property-definition';

/** A property that filters may name. */
export interface PropertyChoice {
  readonly name: string;
  /** In words, where it is one that everybody has; else its name. */
  readonly label: string;
  readonly type: PropertyType;
  /** Values of an enumeration, when they are known. */
  readonly options: readonly string[];
  /** A company's own: nobody has told us what its values are. */
  readonly guessed: boolean;
  /** Kept by us: no workflow sets it. */
  readonly readOnly: boolean;
}

/** A comparison that fits a property's type. */
export interface OperatorChoice {
  readonly operationType: OperationType;
  readonly operator: string;
}

export interface SequenceOption {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

export interface SenderOption {
  readonly id: string;
  readonly label: string;
  readonly addresses: readonly { readonly address: string; readonly isDefault: boolean }[];
}

/** What there is to choose from in the fields of a workflow. */
export interface WorkflowChoices {
  readonly properties: readonly PropertyChoice[];
  /** Comparisons for a property; of one that is not known as well. */
  readonly operatorsFor: (property: string) => readonly OperatorChoice[];
  readonly sequences: readonly SequenceOption[];
  readonly senders: readonly SenderOption[];
  readonly zones: readonly ZoneChoice[];
}
