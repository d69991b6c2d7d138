import type { EnrollmentRow } from '@/lib/rpc/list-views';

/** What of the list is looked for. `live`: everything that may still send. */
export interface EnrollmentFilter {
  readonly text: string;
  readonly state: 'any' | 'live' | EnrollmentRow['state'];
}
