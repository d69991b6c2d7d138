import * as v from 'valibot';

/** Which mail tells that somebody has filled in a form, and what the form is called. */
export const formRuleSchema = v.object({
  form: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** The address that the form tool writes from, or `@domain`. */
  from: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(320)),
  /** A part of the subject, whatever its case; empty fits every subject. */
  subjectContains: v.pipe(v.string(), v.trim(), v.maxLength(200)),
});

export type FormRule = Readonly<v.InferOutput<typeof formRuleSchema>>;
