import type { ComponentChildren } from 'preact';
import type { Mark } from './mark';
import type { TypedAction } from './typed-action';
import type { WorkflowChoices } from './workflow-choices';

/** What every field of a workflow is given besides its own value. */
export interface WorkflowEditing {
  readonly choices: WorkflowChoices;
  /** What is wrong, and where. */
  readonly marks: readonly Mark[];
  /** A name never given before, for what is added. */
  readonly newKey: () => string;
}

/** A part of a workflow: its value, what changes it, and where in the draft it stands. */
export interface PartProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** As findings name it, for example `trigger.groups.0`. */
  readonly place: string;
  readonly editing: WorkflowEditing;
}

export interface ActionListProps extends PartProps<readonly TypedAction[]> {
  /** Said when there is no action. */
  readonly empty: string;
}

/** Draws a list of actions within an action: lists hold branches, and branches hold lists. */
export type DrawActions = (props: ActionListProps) => ComponentChildren;
