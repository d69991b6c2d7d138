import type { Operation, OperationType } from './operation';

/** The operations of one type. */
export type OperationOf<Type extends OperationType> = Extract<
  Operation,
  { readonly operationType: Type }
>;

export function isOperationOf<Type extends OperationType>(
  operation: Operation,
  type: Type,
): operation is OperationOf<Type> {
  return operation.operationType === type;
}
