import * as v from 'valibot';

const bulkRunSchema = v.object({
  runId: v.string(),
  action: v.picklist(['unenroll', 'pause', 'resume', 'restore']),
  total: v.number(),
  /** Once it is over: until when all of it can be taken back. */
  undoUntil: v.exactOptional(v.number()),
});

/** The change of many that this tab has begun. */
export type BulkRun = Readonly<v.InferOutput<typeof bulkRunSchema>>;

/** From the tab's memory, after a reload. */
export function readBulkRun(raw: unknown): BulkRun | undefined {
  const parsed = v.safeParse(bulkRunSchema, raw);
  return parsed.success ? parsed.output : undefined;
}
