import { KNOWN_PROPERTIES } from '@/lib/domain/workflow/known-properties';
import { triggerProperties } from '@/lib/domain/workflow/lint/trigger-properties';
import { allActions } from '@/lib/domain/workflow/program';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Database } from '@/lib/store/schema';

/** As many contacts as are looked at between two pauses. */
const PART = 500;

const KNOWN: ReadonlySet<string> = new Set(KNOWN_PROPERTIES.map(({ name }) => name));

/**
 * Which of a company's own properties that a draft names some contact has. Contacts are looked
 * through only while a name is left that nobody knows otherwise.
 */
export async function existingProperties(
  database: Database,
  draft: WorkflowDraft,
): Promise<ReadonlySet<string>> {
  const wanted = new Set(namedBy(draft).filter((name) => !KNOWN.has(name)));
  const found = new Set<string>();
  let range: IDBKeyRange | undefined;
  while (wanted.size > 0) {
    const part = await database.getAll('contacts', range, PART);
    for (const name of wanted) {
      if (!part.some(({ properties }) => Object.hasOwn(properties, name))) continue;
      wanted.delete(name);
      found.add(name);
    }
    const last = part.at(-1);
    if (last === undefined || part.length < PART) break;
    range = IDBKeyRange.lowerBound(last.id, true);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return found;
}

function namedBy({ trigger, actions, settings }: WorkflowDraft): readonly string[] {
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
  return [...triggerProperties(trigger), ...propertiesOf(again), ...byActions];
}
