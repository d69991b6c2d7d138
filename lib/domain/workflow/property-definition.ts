/**
 * What kind of value a property holds. Stored values are text, as CRMs hold them: numbers in decimal,
 * `true` and `false`, dates as `YYYY-MM-DD`, datetimes as ISO 8601 or epoch milliseconds, the values
 * of an enumeration separated by `;`.
 */
export type PropertyType = 'string' | 'number' | 'bool' | 'enumeration' | 'date' | 'datetime';

export interface PropertyDefinition {
  readonly name: string;
  readonly type: PropertyType;
  /** Of an enumeration, when they are known. */
  readonly options?: readonly string[];
  /** Kept by us and never set by a workflow, for example `createdate`. */
  readonly readOnly?: boolean;
}

/** Every property that filters may name, by name. */
export type PropertyDefinitions = ReadonlyMap<string, PropertyDefinition>;
