import type { Contact } from '@/lib/domain/contact/contact';
import type { PropertyDefinitions, PropertyType } from './property-definition';
import { readerOf } from './property-value';
import type { History, Slots, SlotsDraft } from './slots';
import { VIEWS, type View } from './views';

export interface Columns {
  /** Where a view of a property will be found. Asking for the same again gives the same place. */
  readonly place: (property: string, view: View) => number;
  readonly slotsOf: (contact: Contact) => Slots;
}

/** One property that is read, and every place that its value goes to. */
interface Source {
  readonly property: string;
  readonly type: PropertyType;
  readonly read: (contact: Contact) => string | undefined;
  readonly places: Map<View, number>;
}

/** Lays out the slots while filters are compiled, then fills them for each contact. */
export function createColumns(definitions: PropertyDefinitions): Columns {
  const sources = new Map<string, Source>();
  const sizes = { texts: 0, numbers: 0, choices: 0, histories: 0 };

  function sourceOf(property: string): Source {
    const known = sources.get(property);
    if (known !== undefined) return known;
    const type = definitions.get(property)?.type ?? 'string';
    const source = { property, type, read: readerOf(property), places: new Map<View, number>() };
    sources.set(property, source);
    return source;
  }

  function place(property: string, view: View): number {
    const { places } = sourceOf(property);
    const known = places.get(view);
    if (known !== undefined) return known;
    const { kind, width } = VIEWS[view];
    const at = sizes[kind];
    sizes[kind] += width;
    places.set(view, at);
    return at;
  }

  function slotsOf(contact: Contact): Slots {
    const draft: SlotsDraft = {
      texts: new Array<string | undefined>(sizes.texts).fill(undefined),
      numbers: new Float64Array(sizes.numbers),
      choices: new Array<readonly string[] | undefined>(sizes.choices).fill(undefined),
      histories: new Array<History | undefined>(sizes.histories).fill(undefined),
    };
    for (const { property, type, read, places } of sources.values()) {
      const stored = { value: read(contact) || undefined, contact, property, type };
      for (const [view, at] of places) VIEWS[view].fill(draft, at, stored);
    }
    return draft;
  }

  return { place, slotsOf };
}
