import * as v from 'valibot';
import { personSchema } from '@/lib/domain/contact/person';
import { bulkChoicesSchema } from '@/lib/domain/enrollment/bulk';
import { BULK_LIMIT } from '@/lib/domain/enrollment/bulk-limits';
import { enrollmentIdSchema } from '@/lib/domain/ids';
import type { BulkPreview, BulkProgress, BulkStarted } from './bulk-views';
import { ANYWHERE, CONTENT, message } from './define';

const peopleSchema = v.pipe(v.array(personSchema), v.minLength(1), v.maxLength(BULK_LIMIT));
const runSchema = v.object({ runId: v.pipe(v.string(), v.maxLength(128)) });

/** Messages about many contacts at once. */
export const bulkMessages = {
  /** Every check and the plan for up to 500 contacts; decides exactly as `bulk.start` will. */
  'bulk.preview': message<BulkPreview>()({
    from: ANYWHERE,
    input: v.object({ people: peopleSchema, choices: v.partial(bulkChoicesSchema) }),
  }),
  'bulk.start': message<BulkStarted>()({
    from: ANYWHERE,
    input: v.object({ people: peopleSchema, choices: bulkChoicesSchema }),
  }),
  /** Unenrolls, pauses or resumes many; ignores who may enroll into their sequences. */
  'bulk.change': message<BulkStarted>()({
    from: ANYWHERE,
    input: v.object({
      action: v.picklist(['unenroll', 'pause', 'resume']),
      enrollmentIds: v.pipe(v.array(enrollmentIdSchema), v.minLength(1), v.maxLength(BULK_LIMIT)),
    }),
  }),
  'bulk.status': message<BulkProgress | null>()({ from: ANYWHERE, input: runSchema }),
  /** The bulk that the sender's tab started last, until it is forgotten: a reload loses nothing. */
  'bulk.recall': message<BulkProgress | null>()({ from: CONTENT, input: v.object({}) }),
  'bulk.forget': message<void>()({ from: CONTENT, input: v.object({}) }),
  /** What is done stays done; the rest is not begun. */
  'bulk.cancel': message<void>()({ from: ANYWHERE, input: runSchema }),
  /** Takes back a bulk unenrolling, pausing or resuming, contact by contact, while it can be. */
  'bulk.restore': message<BulkStarted>()({ from: ANYWHERE, input: runSchema }),
} as const;
