import { triggerProperties } from '@/lib/domain/workflow/lint/trigger-properties';
import { allActions } from '@/lib/domain/workflow/program';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';

/** Every property that a workflow reads or sets, wherever. */
export function propertiesNamedBy({
  trigger,
  actions,
  settings,
}: WorkflowDraft): ReadonlySet<string> {
  const again = settings.reenroll.kind === 'on' ? settings.reenroll.triggers : [];
  const byActions = allActions(actions).flatMap((action): readonly string[] => {
    switch (action.kind) {
      case 'branch':
        return action.branches.flatMap(({ groups }) => [...propertiesOf(groups)]);
      case 'setProperty':
        return [action.property];
      case 'enroll':
        return action.sender.type === 'CONTACT_OWNER' ? [action.sender.contactOwnerProperty] : [];
      default:
        return [];
    }
  });
  return new Set([...triggerProperties(trigger), ...propertiesOf(again), ...byActions]);
}
