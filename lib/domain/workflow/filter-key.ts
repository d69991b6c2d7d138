import type { Zone } from '@/lib/time/zone';
import type { Filter } from './filter';
import { OPERATORS_BY_TYPE } from './operators';

/** The same for filters that always answer the same. */
export function filterKey({ property, operation }: Filter, zone: Zone): string {
  const { readsZone } = OPERATORS_BY_TYPE[operation.operationType];
  const parts = Object.entries(operation).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([readsZone ? zone : '', property, parts]);
}
