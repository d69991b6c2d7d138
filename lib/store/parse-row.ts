import * as v from 'valibot';

/** A stored row does not have the shape its number promises. */
export class CorruptRow extends Error {
  override readonly name = 'CorruptRow';
  readonly code = 'corruptRow';
}

/**
 * Reads a stored row through its schema; storage is a border like any other.
 *
 * @throws {CorruptRow} naming the place in the row, never its text
 */
export function parseRow<Row extends v.GenericSchema>(
  schema: Row,
  raw: unknown,
): v.InferOutput<Row> {
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  const places = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'row').join(', ');
  throw new CorruptRow(`Stored row does not fit at: ${places}`);
}
