import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { SwitchOnView } from '@/components/options/workflow-list/switch-on-view';
import type { WorkflowId } from '@/lib/domain/ids';
import type { FindingCode } from '@/lib/domain/workflow/finding';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { ChoicesDeps } from '@/lib/options/workflow/choices-model';
import type { StoredWorkflow } from '@/lib/options/workflow/workflow-form-state';
import type { Rpc } from '@/lib/rpc/client';
import type { WorkflowSwitched } from '@/lib/rpc/workflow-views';
import { draftOf } from './draft-of';
import { createDryRun } from './dry-run-model';
import { type LintWorld, readLintWorld } from './lint-stored';
import { type Answers, switchOnViewOf } from './switch-on-view-of';

export interface SwitchOnDeps extends ChoicesDeps {
  readonly rpc: Pick<Rpc, 'workflow.dryRun' | 'workflow.switchOn'>;
  readonly readWorkflow: (id: string) => Promise<StoredWorkflow | undefined>;
  readonly say: (note: Note) => void;
  readonly refresh: () => Promise<void>;
}

export interface SwitchOnModel {
  /** Present while somebody is about to switch one on. */
  readonly view: ReadonlySignal<SwitchOnView | undefined>;
  /** Reads the workflow and begins its dry run. */
  readonly open: (id: WorkflowId) => Promise<void>;
  readonly close: () => void;
  readonly cancelRun: () => void;
  readonly runAgain: () => Promise<void>;
  readonly chooseExisting: (existing: boolean) => void;
  readonly giveReason: (code: FindingCode, reason: string) => void;
  readonly confirm: () => Promise<void>;
}

const NO_ANSWERS: Answers = {
  existing: false,
  reasons: {},
  attempted: false,
  switching: false,
  refused: [],
  changed: false,
};

/** Switching on: what would happen, what stands against it, and why it is done all the same. */
export function createSwitchOnModel(deps: SwitchOnDeps): SwitchOnModel {
  const { rpc, say } = deps;
  const wanted = signal<WorkflowId>();
  const status = signal<SwitchOnView['status']>('loading');
  const stored = signal<StoredWorkflow>();
  const world = signal<LintWorld>();
  const answers = signal(NO_ANSWERS);
  const run = createDryRun(deps);

  const view = computed(
    () =>
      wanted.value &&
      switchOnViewOf({
        id: wanted.value,
        status: status.value,
        stored: stored.value,
        world: world.value,
        run: run.view.value,
        answers: answers.value,
      }),
  );
  const answer = (change: Partial<Answers>) => {
    answers.value = { ...answers.peek(), ...change };
  };
  const runAgain = async () => {
    const { workflow } = stored.peek() ?? {};
    if (workflow) {
      await run.start(draftOf(workflow)).catch((cause: unknown) => say(failureNote(cause)));
    }
  };
  const load = async (id: WorkflowId) => {
    run.reset();
    status.value = 'loading';
    try {
      const [found, facts] = await Promise.all([deps.readWorkflow(id), readLintWorld(deps)]);
      if (wanted.peek() !== id) return;
      stored.value = found;
      world.value = facts;
      status.value = found === undefined ? 'missing' : 'ready';
    } catch {
      if (wanted.peek() === id) status.value = 'failed';
    }
    await runAgain();
  };
  const close = () => {
    run.reset();
    wanted.value = undefined;
    stored.value = undefined;
  };
  const settle = async (outcome: WorkflowSwitched, { id, name, existing }: SwitchOnView) => {
    switch (outcome.kind) {
      case 'switched':
        close();
        say(switchedNote(name, existing));
        return deps.refresh();
      case 'refused':
        return answer({ refused: outcome.findings, attempted: true });
      case 'conflict':
        // What was looked at is not what would run: everything is asked anew.
        answer({ ...NO_ANSWERS, changed: true });
        return load(id);
      case 'missing':
        status.value = 'missing';
        return deps.refresh();
    }
  };

  return {
    view,
    close,
    runAgain,
    open: async (id) => {
      wanted.value = id;
      stored.value = undefined;
      answers.value = NO_ANSWERS;
      await load(id);
    },
    cancelRun: run.cancel,
    chooseExisting: (existing) => answer({ existing }),
    giveReason: (code, reason) =>
      answer({ reasons: { ...answers.peek().reasons, [code]: reason } }),
    confirm: async () => {
      const now = view.peek();
      const { workflow } = stored.peek() ?? {};
      if (now === undefined || workflow === undefined || now.switching) return;
      if (!isAnswered(now)) return answer({ attempted: true });
      answer({ switching: true });
      try {
        const { id, revision } = workflow;
        const { existing } = now;
        const reasons = reasonsOf(now);
        const outcome = await rpc['workflow.switchOn']({ id, revision, existing, reasons });
        await settle(outcome, now);
      } catch (cause) {
        say(failureNote(cause));
      } finally {
        answer({ switching: false });
      }
    },
  };
}

/** Is everything looked at, mended and answered for? */
function isAnswered({ run, errors, warnings }: SwitchOnView): boolean {
  return (
    run.state === 'done' &&
    errors.length === 0 &&
    warnings.every(({ reason }) => reason.trim() !== '')
  );
}

function reasonsOf({ warnings }: SwitchOnView): Partial<Record<FindingCode, string>> {
  return Object.fromEntries(warnings.map(({ code, reason }) => [code, reason.trim()]));
}

function switchedNote(name: string, existing: boolean): Note {
  return {
    tone: 'good',
    text: t(existing ? 'workflows.switchedOnAll' : 'workflows.switchedOn', [name]),
  };
}
