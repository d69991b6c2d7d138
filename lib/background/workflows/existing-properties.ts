import { KNOWN_PROPERTIES } from '@/lib/domain/workflow/known-properties';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Database } from '@/lib/store/schema';
import { propertiesNamedBy } from './properties-named-by';

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
  const wanted = new Set([...propertiesNamedBy(draft)].filter((name) => !KNOWN.has(name)));
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
