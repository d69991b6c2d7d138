/*
 * Lists are never changed in place: each function answers with the list as it is afterwards.
 */

export function insertedAt<Item>(list: readonly Item[], index: number, item: Item): Item[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

export function replacedAt<Item>(list: readonly Item[], index: number, item: Item): Item[] {
  return list.map((old, at) => (at === index ? item : old));
}

export function removedAt<Item>(list: readonly Item[], index: number): Item[] {
  return list.filter((_, at) => at !== index);
}

/** With one item a place further up (`-1`) or down (`1`), as far as there is one. */
export function movedAt<Item>(list: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const moved = list[index];
  const other = list[index + by];
  if (moved === undefined || other === undefined) return list;
  return list.map((item, at) => (at === index ? other : at === index + by ? moved : item));
}
