import { Badge, type Tone } from '@/components/ui/badge';
import { t } from '@/lib/i18n/t';
import type { WorkflowLine } from './workflow-line';

type Standing = Pick<WorkflowLine, 'state' | 'problem'>;

const TONES: Readonly<Record<WorkflowLine['state'], Tone>> = {
  off: 'neutral',
  starting: 'accent',
  on: 'good',
  held: 'warn',
};

/** What a workflow is doing, in a word. */
export function WorkflowState({ state, problem }: Standing) {
  return (
    <>
      <Badge tone={TONES[state]} icon={state === 'held' ? 'pause' : undefined}>
        {t(`workflows.state.${state}`)}
      </Badge>
      {problem && (
        <Badge tone="bad" icon="warn">
          {t('workflows.state.problem')}
        </Badge>
      )}
    </>
  );
}

/** The same as a plain sentence; a problem comes first, for nothing else matters then. */
export function workflowStateSentence({ state, problem }: Standing): string {
  return problem ? t(`workflows.problem.${problem}`) : t(`workflows.means.${state}`);
}
