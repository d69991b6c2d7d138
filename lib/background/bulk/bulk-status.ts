import type { WorkerDeps } from '@/lib/background/deps';
import { displayName } from '@/lib/domain/contact/contact-name';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import { bulkItems, getBulkRun } from '@/lib/store/bulk-runs';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment } from '@/lib/store/enrollments';
import type { BulkItem } from '@/lib/store/schema';
import type { ReadTx } from '@/lib/store/transaction';

/** How far a bulk has come, row by row; `null` for one that nobody remembers. */
export async function bulkStatus(
  { connection }: Pick<WorkerDeps, 'connection'>,
  runId: string,
): Promise<BulkProgress | null> {
  const database = await connection.get();
  const tx = database.transaction(['bulkRuns', 'bulkItems', 'enrollments', 'contacts']);
  const run = await getBulkRun(tx, runId);
  if (run === undefined) return null;
  const items = await bulkItems(tx, runId, { from: 0, count: run.total });
  const rows = await Promise.all(
    items.map(async (item) => {
      const outcome =
        item.outcome ?? (run.state === 'canceled' ? ({ kind: 'canceled' } as const) : undefined);
      return { name: await nameOf(tx, item), ...(outcome && { outcome }) };
    }),
  );
  const { id, state, total, next, action } = run;
  return { runId: id, action: action.kind, state, total, done: next, rows };
}

async function nameOf(
  tx: ReadTx<'enrollments' | 'contacts'>,
  { person, enrollmentId }: BulkItem,
): Promise<string> {
  if (person !== undefined) return person.name || (person.emails[0] ?? '');
  const enrollment = enrollmentId && (await getEnrollment(tx, enrollmentId));
  const contact = enrollment && (await getContact(tx, enrollment.contactId));
  return contact ? displayName(contact) : (enrollment?.to ?? '');
}
