import { StoreUnavailable } from './store-unavailable';

/** Why a row cannot be worked on; `undefined` where it is the database's fault and will pass. */
export function poisonCodeOf(cause: unknown): string | undefined {
  if (cause instanceof StoreUnavailable) return undefined;
  if (cause instanceof DOMException) {
    return cause.name === 'ConstraintError' ? 'constraint' : undefined;
  }
  const isCoded = cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
  return isCoded ? String(cause.code) : 'unexpected';
}
