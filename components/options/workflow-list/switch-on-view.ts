import type { WorkflowId } from '@/lib/domain/ids';
import type { Finding, FindingCode } from '@/lib/domain/workflow/finding';
import type { ActionLabels, DryRunView } from './dry-run-view';

/** A warning, once, with every place it stands at; whoever goes on says why. */
export interface Warning {
  readonly code: FindingCode;
  readonly findings: readonly Finding[];
  readonly reason: string;
}

/** A workflow that is about to be switched on. */
export interface SwitchOnView {
  readonly id: WorkflowId;
  readonly name: string;
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  readonly run: DryRunView;
  readonly labels: ActionLabels;
  /** Can those who match already be enrolled? Only criteria have such. */
  readonly asksForExisting: boolean;
  readonly existing: boolean;
  /** To be mended first. */
  readonly errors: readonly Finding[];
  readonly warnings: readonly Warning[];
  /** Was refused once: what is still missing is shown. */
  readonly attempted: boolean;
  readonly switching: boolean;
  /** The worker said no although everything here was answered. */
  readonly refused: boolean;
  /** Somebody saved a newer one meanwhile; it is looked at anew. */
  readonly changed: boolean;
}
