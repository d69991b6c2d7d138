import * as v from 'valibot';
import { contactIdSchema, taskIdSchema } from '@/lib/domain/ids';
import { instantSchema } from '@/lib/time/instant';

export const taskKindSchema = v.picklist(['general', 'call', 'email', 'linkedIn']);

/** Something that a person has to do for a contact. */
export const taskSchema = v.object({
  id: taskIdSchema,
  contactId: contactIdSchema,
  kind: taskKindSchema,
  title: v.pipe(v.string(), v.maxLength(200)),
  dueAt: instantSchema,
  createdAt: instantSchema,
  doneAt: v.optional(instantSchema),
});

export type Task = Readonly<v.InferOutput<typeof taskSchema>>;
