import type { PropertyDefinition, PropertyDefinitions } from './property-definition';

const string = (name: string): PropertyDefinition => ({ name, type: 'string' });
const kept = (name: string, type: PropertyDefinition['type']): PropertyDefinition => ({
  name,
  type,
  readOnly: true,
});

/** HubSpot's own values, in the order of its funnel. */
const LIFECYCLE_STAGES = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'other',
];

const LEAD_STATUSES = [
  'NEW',
  'OPEN',
  'IN_PROGRESS',
  'OPEN_DEAL',
  'UNQUALIFIED',
  'ATTEMPTED_TO_CONTACT',
  'CONNECTED',
  'BAD_TIMING',
];

/** Properties that every contact may have, under HubSpot's internal names. */
export const KNOWN_PROPERTIES: readonly PropertyDefinition[] = [
  kept('email', 'string'),
  kept('hs_email_domain', 'string'),
  string('firstname'),
  string('lastname'),
  string('company'),
  string('jobtitle'),
  string('phone'),
  string('mobilephone'),
  string('website'),
  string('industry'),
  string('city'),
  string('state'),
  string('zip'),
  string('country'),
  string('hs_language'),
  kept('hs_timezone', 'string'),
  { name: 'lifecyclestage', type: 'enumeration', options: LIFECYCLE_STAGES },
  { name: 'hs_lead_status', type: 'enumeration', options: LEAD_STATUSES },
  /** Whose options are people: nobody can list them. */
  { name: 'hubspot_owner_id', type: 'enumeration' },
  kept('createdate', 'datetime'),
  kept('lastmodifieddate', 'datetime'),
  string('recent_conversion_event_name'),
  { name: 'recent_conversion_date', type: 'datetime' },
  kept('hs_sequences_is_enrolled', 'bool'),
  kept('hs_sequences_enrolled_count', 'number'),
  kept('hs_latest_sequence_enrolled', 'string'),
  kept('hs_latest_sequence_enrolled_date', 'datetime'),
  kept('hs_latest_sequence_ended_date', 'datetime'),
  /** Did a list import bring the contact? */
  kept('imported', 'bool'),
  kept('imported_date', 'datetime'),
  /** When the contact last answered or met us. */
  kept('engaged', 'datetime'),
];

/**
 * What filters may name: the known properties and a company's own ones.
 *
 * @param names of all properties that exist, known ones among them
 * @example definitionsFor(['shoe_size']).get('shoe_size') // { name, type: 'string', guessed: true }
 */
export function definitionsFor(names: Iterable<string>): PropertyDefinitions {
  const definitions = new Map<string, PropertyDefinition>();
  for (const name of names) definitions.set(name, { name, type: 'string', guessed: true });
  for (const definition of KNOWN_PROPERTIES) definitions.set(definition.name, definition);
  return definitions;
}
