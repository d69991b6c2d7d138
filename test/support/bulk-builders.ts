import type { BulkRpc } from '@/lib/overlay/bulk';
import type { BulkPreview, BulkPreviewRow, BulkProgress } from '@/lib/rpc/bulk-views';
import { address, enrollmentId, NOW } from './builders';
import { aCheck, aPerson, aPreview } from './overlay-builders';

/** `person-1@example.com`, `person-2@example.com`, … */
export function people(count: number, from = 1) {
  return Array.from({ length: count }, (_, index) =>
    aPerson({ name: `Person ${from + index}`, emails: [`person-${from + index}@example.com`] }),
  );
}

export const WARNING = aCheck('coldLead', {
  result: 'warn',
  reason: 'cold',
  params: { days: 3, limit: 30 },
  overridable: true,
});

export const BLOCK = aCheck('suppressed', {
  result: 'block',
  reason: 'optedOut',
  params: { address: 'person-2@example.com' },
});

export function aBulkRow(overrides: Partial<BulkPreviewRow> = {}): BulkPreviewRow {
  return {
    name: 'Person 1',
    address: address('person-1@example.com'),
    result: 'ready',
    checks: [],
    firstAt: NOW + 60_000,
    ...overrides,
  };
}

export function aBulkPreview(overrides: Partial<BulkPreview> = {}): BulkPreview {
  const { sequences, senders, sequenceId, senderId, from } = aPreview();
  return {
    sequences,
    senders,
    ...(sequenceId && { sequenceId }),
    ...(senderId && { senderId }),
    ...(from && { from }),
    rows: [aBulkRow()],
    ready: 1,
    warned: 0,
    blocked: 0,
    warnings: [],
    placeholders: [],
    plan: [],
    confirm: 'nothing',
    ...overrides,
  };
}

export function aBulkProgress(overrides: Partial<BulkProgress> = {}): BulkProgress {
  return {
    runId: 'run-1',
    action: 'enroll',
    state: 'running',
    total: 3,
    done: 1,
    rows: [
      {
        name: 'Person 1',
        outcome: {
          kind: 'enrolled',
          enrollmentId: enrollmentId('enrollment-1'),
          firstAt: NOW + 60_000,
        },
      },
      { name: 'Person 2' },
      { name: 'Person 3' },
    ],
    ...overrides,
  };
}

/** A worker that takes everybody; a test replaces what it is about. */
export function aBulkWorker(overrides: Partial<BulkRpc> = {}): BulkRpc {
  return {
    'bulk.preview': async ({ people: asked }) =>
      aBulkPreview({ rows: asked.map(({ name }) => aBulkRow({ name })), ready: asked.length }),
    'bulk.start': async () => ({ kind: 'started', runId: 'run-1' }),
    'bulk.status': async () => aBulkProgress(),
    'bulk.cancel': async () => undefined,
    'bulk.recall': async () => null,
    'bulk.forget': async () => undefined,
    ...overrides,
  };
}
