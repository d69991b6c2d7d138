/**
 * What a database of one version held. Untyped on purpose: it is frozen, and today's types describe
 * today's rows. Rows of a store without a key of its own are in the order in which they were added.
 */
export type Example = Readonly<Record<string, readonly unknown[]>>;
