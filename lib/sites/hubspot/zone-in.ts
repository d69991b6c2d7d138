import { zoneName } from '@/lib/sites/zone-name';

/**
 * The zone in HubSpot's time zone field, which appears as an IANA name, with spaces for its
 * underscores, in the field's internal spelling, or after its offset.
 *
 * @example zoneIn('america_slash_new_york') // 'America/New_York'
 * @example zoneIn('UTC -05:00 America/New York') // 'America/New_York'
 */
export function zoneIn(value: string | undefined): string | undefined {
  const text = value?.replace(/^\(?(?:UTC|GMT)\s*[+-]\d\d?:?\d\d\)?\s*/i, '').trim();
  if (!text) return undefined;
  const name = text.replaceAll('_slash_', '/').replaceAll('_hyphen_', '-').replace(/\s+/g, '_');
  // The browser takes any case, but a zone that is stored has one spelling.
  return zoneName(name === name.toLowerCase() ? capitalized(name) : name);
}

/** `america/new_york` becomes `America/New_York`; words that IANA writes small stay so. */
function capitalized(name: string): string {
  return name.replace(/[a-z]+/gi, (word) =>
    /^(of|es|au)$/i.test(word)
      ? word.toLowerCase()
      : word[0]?.toUpperCase() + word.slice(1).toLowerCase(),
  );
}
