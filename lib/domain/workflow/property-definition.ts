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
  /**
   * A company's own property, of which nobody has told us the type: `type` is `string`, and a filter
   * of any kind may read it. Values that it cannot read are no values.
   */
  readonly guessed?: boolean;
}

/** Every property that filters may name, by name. */
export type PropertyDefinitions = ReadonlyMap<string, PropertyDefinition>;
