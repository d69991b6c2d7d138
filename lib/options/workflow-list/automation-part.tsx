import { Automation } from '@/components/options/workflow-list/automation';
import type { SequenceId } from '@/lib/domain/ids';
import type { PartProps } from '@/lib/options/part-props';

/** The Automation tab of a sequence that is stored. */
export function AutomationPart({ model, id }: PartProps & { readonly id: SequenceId }) {
  const { list, switchOn, ofSequence, create } = model.workflows;
  const { changes } = list;
  return (
    <Automation
      lines={ofSequence(id)}
      busy={changes.busy.value}
      onNew={() => create(id)}
      onSwitchOn={(line) => void switchOn.open(line.id)}
      onSwitchOff={(line) => void changes.switchOff(line)}
      onRelease={(line, reason) => void changes.release(line, reason)}
    />
  );
}
