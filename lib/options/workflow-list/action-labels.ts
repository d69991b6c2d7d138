import type { ActionLabels } from '@/components/options/workflow-list/dry-run-view';
import type { SequenceId } from '@/lib/domain/ids';
import type { Action } from '@/lib/domain/workflow/action';
import { allActions } from '@/lib/domain/workflow/program';
import { propertyName } from '@/lib/i18n/property-name';
import { t } from '@/lib/i18n/t';

type Sequences = ReadonlyMap<SequenceId, { readonly name: string }>;

/** What each action of a workflow is called, with what it is about. */
export function actionLabels(
  actions: readonly Action[],
  sequences: Sequences = new Map(),
): ActionLabels {
  return new Map(allActions(actions).map((action) => [action.id, labelOf(action, sequences)]));
}

function labelOf(action: Action, sequences: Sequences): string {
  switch (action.kind) {
    case 'enroll': {
      const name = sequences.get(action.sequenceId)?.name;
      return name === undefined
        ? t('workflow.actions.enroll')
        : t('workflows.action.enrollIn', [name]);
    }
    case 'createTask':
      return t('workflows.action.taskCalled', [action.title]);
    case 'setProperty':
      return t('workflows.action.property', [propertyName(action.property)]);
    case 'delay':
      return t('workflows.action.delayOf', [
        String(action.days),
        String(Math.floor(action.minutes / 60)),
        String(action.minutes % 60),
      ]);
    case 'unenroll':
    case 'branch':
      return t(`workflow.actions.${action.kind}`);
  }
}
