/** What can be done to one enrollment. */
export type RowAction = 'unenroll' | 'pause' | 'resume' | 'suppress';
