/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  /** An integer from 0 up to, and without, the bound. */
  readonly below: (bound: number) => number;
  /** From the first number to the second, both possible. */
  readonly between: (low: number, high: number) => number;
  readonly isLucky: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

/** Mulberry32: small, quick, and good enough to choose what goes wrong next. */
export function createChance(seed: number): Chance {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    isLucky: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffled: (items) => {
      const rest = [...items];
      const result: (typeof items)[number][] = [];
      while (rest.length > 0) result.push(...rest.splice(below(rest.length), 1));
      return result;
    },
  };
}
