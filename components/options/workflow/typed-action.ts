import type { Task } from '@/lib/domain/task/task';
import type { TypedGroup } from './typed-filter';

export interface TypedEnroll {
  readonly id: string;
  readonly kind: 'enroll';
  readonly sequenceId: string;
  readonly useContactZone: boolean;
  readonly senderType: 'SPECIFIC_USER' | 'CONTACT_OWNER';
  readonly senderId: string;
  /** Empty is the sender's default address. */
  readonly from: string;
  readonly contactOwnerProperty: string;
  readonly allowColdLeads: boolean;
}

export interface TypedDelay {
  readonly id: string;
  readonly kind: 'delay';
  readonly days: string;
  readonly hours: string;
  readonly minutes: string;
}

export interface TypedCreateTask {
  readonly id: string;
  readonly kind: 'createTask';
  readonly taskKind: Task['kind'];
  readonly title: string;
  readonly dueInDays: string;
}

export interface TypedSetProperty {
  readonly id: string;
  readonly kind: 'setProperty';
  readonly property: string;
  readonly value: string;
}

export interface TypedBranch {
  readonly key: string;
  readonly name: string;
  readonly groups: readonly TypedGroup[];
  readonly actions: readonly TypedAction[];
}

export interface TypedBranchAction {
  readonly id: string;
  readonly kind: 'branch';
  readonly branches: readonly TypedBranch[];
  readonly otherwise: readonly TypedAction[];
}

/** An action as it is typed. */
export type TypedAction =
  | TypedEnroll
  | { readonly id: string; readonly kind: 'unenroll' }
  | TypedDelay
  | TypedCreateTask
  | TypedSetProperty
  | TypedBranchAction;

export type ActionKind = TypedAction['kind'];
