import * as v from 'valibot';
import { type FileProblem, problemOf } from './file-problem';
import { type WorkflowDraft, workflowDraftSchema } from './workflow';
import { WORKFLOW_FILE } from './workflow-file';

export type WorkflowFile =
  | { readonly kind: 'ok'; readonly draft: WorkflowDraft }
  | { readonly kind: 'bad'; readonly problems: readonly FileProblem[] };

/** More nobody mends one by one. */
const MOST_PROBLEMS = 50;

const fileSchema = v.looseObject({
  format: v.literal(WORKFLOW_FILE.format),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/**
 * Reads what a file claims to be a workflow. It is taken whole or not at all; whether it suits this
 * browser's sequences, senders and properties is for lint.
 *
 * @example readWorkflowFile('{').kind // 'bad'
 */
export function readWorkflowFile(text: string): WorkflowFile {
  const json = parseJson(text);
  if (json.kind === 'bad') return bad({ place: '', reason: 'notJson', params: {} });
  const file = v.safeParse(fileSchema, json.value);
  if (!file.success) return bad({ place: '', reason: 'notAWorkflow', params: {} });
  const { version } = file.output;
  if (version > WORKFLOW_FILE.version)
    return bad({ place: 'version', reason: 'newerVersion', params: { version } });
  const draft = v.safeParse(workflowDraftSchema, file.output['draft']);
  if (draft.success) return { kind: 'ok', draft: draft.output };
  return bad(...draft.issues.slice(0, MOST_PROBLEMS).map(problemOf));
}

function bad(...problems: readonly FileProblem[]): WorkflowFile {
  return { kind: 'bad', problems };
}

function parseJson(
  text: string,
): { readonly kind: 'ok'; readonly value: unknown } | { readonly kind: 'bad' } {
  try {
    // Editors on Windows begin a file with a mark that JSON does not know.
    return { kind: 'ok', value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { kind: 'bad' };
  }
}
