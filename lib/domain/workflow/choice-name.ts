import { KNOWN_PROPERTIES } from './known-properties';

/** Of each enumeration whose choices are known: every spelling of a choice, and its name. */
const NAMES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  KNOWN_PROPERTIES.flatMap(({ name, options }) =>
    options === undefined
      ? []
      : [[name, new Map(options.map((option) => [loose(option), option]))]],
  ),
);

/** Has this property labels on pages that are not its values? */
export function hasChoiceNames(property: string): boolean {
  return NAMES.has(property);
}

/**
 * The internal name of a choice. A page shows its label, which differs in case, spaces and
 * underscores.
 *
 * @returns the text itself when it is no known choice
 * @example choiceName('lifecyclestage', 'Sales qualified lead') // 'salesqualifiedlead'
 * @example choiceName('hs_lead_status', 'In progress') // 'IN_PROGRESS'
 */
export function choiceName(property: string, text: string): string {
  return NAMES.get(property)?.get(loose(text)) ?? text;
}

function loose(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}
