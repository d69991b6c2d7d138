import { type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { WorkflowLine } from '@/components/options/workflow-list/workflow-line';
import type { WorkflowId } from '@/lib/domain/ids';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { writeWorkflowFile } from '@/lib/domain/workflow/write-workflow-file';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { StoredWorkflow } from '@/lib/options/workflow/workflow-form-state';
import type { Rpc } from '@/lib/rpc/client';
import { draftOf } from './draft-of';

export interface WorkflowChangesDeps {
  readonly rpc: Pick<
    Rpc,
    'workflow.save' | 'workflow.switchOff' | 'workflow.release' | 'workflow.delete'
  >;
  readonly readWorkflow: (id: string) => Promise<StoredWorkflow | undefined>;
  /** Hands a file to the browser's downloads. */
  readonly download: (name: string, text: string) => void;
  readonly say: (note: Note) => void;
  readonly refresh: () => Promise<void>;
  readonly edit: (item: string) => void;
}

export interface WorkflowChanges {
  readonly busy: ReadonlySignal<WorkflowId | undefined>;
  readonly switchOff: (line: Named) => Promise<void>;
  /** A workflow that holds goes on. */
  readonly release: (line: Named, reason: string) => Promise<void>;
  readonly remove: (line: Named) => Promise<void>;
  readonly duplicate: (line: Named) => Promise<void>;
  readonly exportFile: (line: Named) => Promise<void>;
}

type Named = Pick<WorkflowLine, 'id' | 'name'>;

/** What can be done to one workflow as a whole; what came of it is said. */
export function createWorkflowChanges(deps: WorkflowChangesDeps): WorkflowChanges {
  const { rpc, say } = deps;
  const busy = signal<WorkflowId>();

  const working = async ({ id }: Named, work: () => Promise<Note | undefined>) => {
    busy.value = id;
    try {
      const note = await work();
      if (note) say(note);
      await deps.refresh();
    } catch (cause) {
      say(failureNote(cause));
    } finally {
      busy.value = undefined;
    }
  };
  /** Everything that reads it first may find that it is gone. */
  const withDraft = (line: Named, work: (draft: WorkflowDraft) => Promise<Note | undefined>) =>
    working(line, async () => {
      const stored = await deps.readWorkflow(line.id);
      if (stored === undefined) return goneNote(line);
      return work(draftOf(stored.workflow));
    });

  return {
    busy,
    switchOff: (line) =>
      working(line, async () => {
        await rpc['workflow.switchOff']({ id: line.id });
        return { tone: 'good', text: t('workflows.switchedOff', [line.name]) };
      }),
    release: (line, reason) =>
      working(line, async () => {
        await rpc['workflow.release']({ id: line.id, reason });
        return { tone: 'good', text: t('workflows.released', [line.name]) };
      }),
    remove: (line) =>
      working(line, async () => {
        await rpc['workflow.delete']({ id: line.id });
        return { tone: 'good', text: t('workflows.deleted', [line.name]) };
      }),
    duplicate: (line) =>
      withDraft(line, async (draft) => {
        const name = t('options.sequences.copyOf', [draft.name]).slice(0, 200);
        const outcome = await rpc['workflow.save']({ draft: { ...draft, name } });
        if (outcome.kind !== 'saved') {
          return { tone: 'warn', text: t('workflows.notDuplicated', [line.name]) };
        }
        deps.edit(outcome.id);
        return { tone: 'good', text: t('workflows.duplicated', [name]) };
      }),
    exportFile: (line) =>
      withDraft(line, async (draft) => {
        deps.download(fileNameOf(draft.name), writeWorkflowFile(draft));
        return undefined;
      }),
  };
}

function goneNote({ name }: Named): Note {
  return { tone: 'warn', text: t('workflows.gone', [name]) };
}

/** Letters and digits of any language; everything else could mean something to a file system. */
function fileNameOf(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain || 'workflow'}.workflow.json`;
}
