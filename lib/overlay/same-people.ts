import type { Person } from '@/lib/domain/contact/person';

/** Did a new reading of the page bring anything new? Readings are small and plain. */
export function samePeople(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
