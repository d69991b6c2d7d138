import * as v from 'valibot';

/** Says which database the mirror is of, and how far it has followed it. */
export const HEAD_KEY = 'home/head';

const headSchema = v.object({
  /** Of the shape of the rows: that of the database which wrote them. */
  v: v.number(),
  identity: v.string(),
  /** Number of the last transaction that the mirror holds. */
  epoch: v.number(),
});

export type HomeHead = Readonly<v.InferOutput<typeof headSchema>>;

export function parseHead(raw: unknown): HomeHead | undefined {
  const parsed = v.safeParse(headSchema, raw);
  return parsed.success ? parsed.output : undefined;
}
