/** What every workflow file begins with. */
export const WORKFLOW_FILE = { format: 'sequence-overlay/workflow', version: 1 } as const;
