import type { RowAction } from '@/components/options/row-action';

/** What can be done to one effect that is to come, or that has failed. */
export type OutboxAction = RowAction | 'retry';
