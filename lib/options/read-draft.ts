import * as v from 'valibot';
import type { SequenceDraft } from '@/components/options/sequence-draft';
import { exitScopeSchema } from '@/lib/domain/sequence/settings';
import { prioritySchema, stepSchema } from '@/lib/domain/sequence/step';

const stepDraftSchema = v.object({
  key: v.string(),
  id: v.exactOptional(v.string()),
  days: v.string(),
  minutes: v.string(),
  kind: v.picklist(stepSchema.options.map(({ entries }) => entries.kind.literal)),
  subject: v.string(),
  body: v.string(),
  variants: v.array(
    v.object({ key: v.string(), subject: v.string(), body: v.string(), share: v.string() }),
  ),
  title: v.string(),
  note: v.string(),
  priority: prioritySchema,
  dueInDays: v.string(),
  remind: v.string(),
  hold: v.boolean(),
});

const sequenceDraftSchema = v.object({
  name: v.string(),
  steps: v.array(stepDraftSchema),
  days: v.picklist(['businessDays', 'weekdays', 'everyDay']),
  start: v.string(),
  end: v.string(),
  threading: v.boolean(),
  unsubscribe: v.boolean(),
  coolOffDays: v.string(),
  sameCompany: v.picklist(['warn', 'block', 'allow']),
  replyExit: exitScopeSchema,
  meetingExit: exitScopeSchema,
  askWhenLateDays: v.string(),
  access: v.picklist(['private', 'everyone', 'specific']),
  users: v.array(v.string()),
  teams: v.array(v.string()),
});

const keptDraftSchema = v.object({
  /** The version that was being edited; absent for a new sequence. */
  basedOn: v.exactOptional(v.number()),
  draft: sequenceDraftSchema,
});

/** What was typed before a reload. */
export interface KeptDraft {
  readonly basedOn?: number;
  readonly draft: SequenceDraft;
}

/** A draft from the tab's memory; one that an older build left and that no longer fits is none. */
export function readDraft(raw: unknown): KeptDraft | undefined {
  const parsed = v.safeParse(keptDraftSchema, raw);
  return parsed.success ? parsed.output : undefined;
}
