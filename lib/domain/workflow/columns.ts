import type { Contact } from '@/lib/domain/contact/contact';
import { type ChoiceIds, createChoiceIds } from './choice-ids';
import type { PropertyDefinitions, PropertyType } from './property-definition';
import { type ReadProperty, readerOf } from './property-value';
import type { History, Slots, SlotsDraft } from './slots';
import { type Stored, VIEWS, type View } from './views';

export interface Columns {
  /** Where a view of a property will be found. Asking for the same again gives the same place. */
  readonly place: (property: string, view: View) => number;
  /** The number under which a choice of a property is kept. */
  readonly choiceId: (property: string, choice: string) => number;
  readonly slotsOf: (contact: Contact) => Slots;
}

type Fill = (draft: SlotsDraft, stored: Stored) => void;

/** One property that is read, and every place that its value goes to. */
interface Source {
  readonly property: string;
  readonly type: PropertyType;
  readonly ids: ChoiceIds;
  readonly read: ReadProperty;
  readonly places: Map<View, number>;
  readonly fills: Fill[];
}

/** Lays out the slots while filters are compiled, then fills them for each contact. */
export function createColumns(definitions: PropertyDefinitions): Columns {
  const sources: Source[] = [];
  const byProperty = new Map<string, Source>();
  const sizes = { texts: 0, numbers: 0, choices: 0, histories: 0 };

  function sourceOf(property: string): Source {
    const known = byProperty.get(property);
    if (known !== undefined) return known;
    const source: Source = {
      property,
      type: definitions.get(property)?.type ?? 'string',
      ids: createChoiceIds(),
      read: readerOf(property),
      places: new Map(),
      fills: [],
    };
    byProperty.set(property, source);
    sources.push(source);
    return source;
  }

  function place(property: string, view: View): number {
    const { places, fills } = sourceOf(property);
    const known = places.get(view);
    if (known !== undefined) return known;
    const { kind, width, fill } = VIEWS[view];
    const at = sizes[kind];
    sizes[kind] += width;
    places.set(view, at);
    fills.push((draft, stored) => fill(draft, at, stored));
    return at;
  }

  function slotsOf(contact: Contact): Slots {
    const draft: SlotsDraft = {
      texts: new Array<string | undefined>(sizes.texts).fill(undefined),
      numbers: new Array<number>(sizes.numbers).fill(Number.NaN),
      choices: new Array<readonly string[] | undefined>(sizes.choices).fill(undefined),
      histories: new Array<History | undefined>(sizes.histories).fill(undefined),
    };
    for (const { property, type, ids, read, fills } of sources) {
      const stored = { value: read(contact) || undefined, contact, property, type, ids };
      for (const fill of fills) fill(draft, stored);
    }
    return draft;
  }

  return { place, choiceId: (property, choice) => sourceOf(property).ids.idOf(choice), slotsOf };
}
