import type { Contact, Past } from '@/lib/domain/contact/contact';
import type { ChoiceIds } from './choice-ids';
import { choiceName } from './choice-name';
import type { PropertyType } from './property-definition';
import { PAGE_NAMES } from './property-value';
import type { SlotsDraft } from './slots';
import { boolOf } from './values/bool-of';
import { canonicalOf } from './values/canonical-of';
import { choicesOf } from './values/choices-of';
import { fold } from './values/fold';
import { momentOf } from './values/moment-of';
import { numberOf } from './values/number-of';

/** A stored value, and what it is taken from. */
export interface Stored {
  /** Never empty: that is unknown. */
  readonly value: string | undefined;
  readonly contact: Contact;
  readonly property: string;
  readonly type: PropertyType;
  readonly ids: ChoiceIds;
}

interface ViewOf {
  readonly kind: keyof SlotsDraft;
  readonly width: number;
  readonly fill: (draft: SlotsDraft, at: number, stored: Stored) => void;
}

/** The ways in which filters look at one property. */
export const VIEWS = {
  text: {
    kind: 'texts',
    width: 1,
    fill: (draft, at, { value }) => {
      draft.texts[at] = value && fold(value);
    },
  },
  number: {
    kind: 'numbers',
    width: 1,
    fill: (draft, at, { value }) => {
      draft.numbers[at] = value ? numberOf(value) : Number.NaN;
    },
  },
  /** 1 or 0. */
  bool: {
    kind: 'numbers',
    width: 1,
    fill: (draft, at, { value }) => {
      const bool = value ? boolOf(value) : undefined;
      draft.numbers[at] = bool === undefined ? Number.NaN : Number(bool);
    },
  },
  choices: {
    kind: 'choices',
    width: 1,
    fill: (draft, at, { value }) => {
      draft.choices[at] = value ? choicesOf(value) : undefined;
    },
  },
  /** The number of the only choice; `NaN` for none and for several. */
  choice: {
    kind: 'numbers',
    width: 1,
    fill: (draft, at, { value, ids }) => {
      const choices = value ? choicesOf(value) : undefined;
      const [only] = choices ?? [];
      draft.numbers[at] = choices?.length === 1 && only ? ids.find(only) : Number.NaN;
    },
  },
  /** The day, and beside it the instant: one of them. */
  moment: {
    kind: 'numbers',
    width: 2,
    fill: (draft, at, { value, type }) => {
      const moment = value ? momentOf(value, type === 'date' ? 'date' : 'datetime') : undefined;
      draft.numbers[at] = moment?.day ?? Number.NaN;
      draft.numbers[at + 1] = moment?.at ?? Number.NaN;
    },
  },
  /** 1 when there is a value of the property's own type, else 0. */
  known: {
    kind: 'numbers',
    width: 1,
    fill: (draft, at, { value, type }) => {
      // A text is known already, and so are most of what filters ask for.
      const isKnown =
        value !== undefined && (type === 'string' || canonicalOf(value, type) !== undefined);
      draft.numbers[at] = Number(isKnown);
    },
  },
  updatedAt: {
    kind: 'numbers',
    width: 1,
    fill: (draft, at, { value, contact, property }) => {
      // What has not changed since we know the contact was set when it came, or before.
      const set = value === undefined ? Number.NaN : contact.createdAt;
      draft.numbers[at] = pastOf(contact, property)?.at ?? set;
    },
  },
  'string history': history('string'),
  'number history': history('number'),
  'bool history': history('bool'),
  'enumeration history': history('enumeration'),
} as const satisfies Readonly<Record<string, ViewOf>>;

export type View = keyof typeof VIEWS;

/** The value now and all before it, as a filter of a type reads them. */
function history(type: PropertyType): ViewOf {
  return {
    kind: 'histories',
    width: 1,
    fill: (draft, at, { value, contact, property }) => {
      const past = pastOf(contact, property)?.values ?? [];
      const values = (value === undefined ? past : [value, ...past])
        .map((text) => canonicalOf(choiceName(property, text), type))
        .filter((canonical) => canonical !== undefined);
      draft.histories[at] = values.length === 0 ? undefined : values;
    },
  };
}

/** Changes are noted under the name that the value came with. */
function pastOf({ past }: Contact, property: string): Past | undefined {
  if (past === undefined) return undefined;
  const page = Object.hasOwn(PAGE_NAMES, property) ? PAGE_NAMES[property] : undefined;
  const name = [property, page].find((one) => one !== undefined && Object.hasOwn(past, one));
  return name === undefined ? undefined : past[name];
}
