import type {
  OperatorChoice,
  PropertyChoice,
  WorkflowChoices,
} from '@/components/options/workflow/workflow-choices';
import type { ZoneChoice } from '@/components/options/zone-choice';
import type {
  PropertyDefinition,
  PropertyDefinitions,
} from '@/lib/domain/workflow/property-definition';
import { propertyName } from '@/lib/i18n/property-name';
import type { WorkflowFacts } from '@/lib/store/workflow-facts';
import { operatorsFor } from './operators-for';

/**
 * What the fields of a workflow offer, in words.
 *
 * @param set properties that workflows set, which nobody has to have yet
 */
export function workflowChoicesOf(
  facts: (WorkflowFacts & { readonly definitions: PropertyDefinitions }) | undefined,
  { zones, set }: { readonly zones: readonly ZoneChoice[]; readonly set: readonly string[] },
): WorkflowChoices {
  const definitions = new Map<string, PropertyDefinition>(facts?.definitions);
  for (const name of set) {
    if (!definitions.has(name)) definitions.set(name, { name, type: 'string', guessed: true });
  }
  return {
    properties: propertyChoices(definitions),
    operatorsFor: (property): readonly OperatorChoice[] => operatorsFor(definitions.get(property)),
    sequences: [...(facts?.sequences ?? [])]
      .filter(([, { state }]) => state !== 'deleted')
      .map(([id, { name, state }]) => ({ id, name, archived: state === 'archived' })),
    senders: (facts?.senders ?? []).map(({ id, name, address, addresses }) => ({
      id,
      label: name === '' ? address : `${name} (${address})`,
      addresses,
    })),
    zones,
  };
}

function propertyChoices(definitions: PropertyDefinitions): readonly PropertyChoice[] {
  return [...definitions.values()]
    .map(({ name, type, options = [], readOnly = false, guessed = false }) => ({
      name,
      label: propertyName(name),
      type,
      options,
      readOnly,
      guessed,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
