import type { SiteAdapter } from './adapter';

/**
 * The last line of "a page never breaks": a document can be stranger than any adapter expects, for
 * example an `<img name="querySelector">` that hides the method of that name. What fails is drift.
 */
export function neverThrow(adapter: SiteAdapter): SiteAdapter {
  return {
    ...adapter,
    read: (document, page) =>
      attempt(() => adapter.read(document, page), {
        people: [],
        drift: ['unreadable'],
      }),
    rows: (document, page) => attempt(() => adapter.rows(document, page), []),
    selection: (document, page) => attempt(() => adapter.selection(document, page), { rows: [] }),
    rowOf: (element, page) => attempt(() => adapter.rowOf(element, page), undefined),
  };
}

function attempt<Result>(run: () => Result, otherwise: Result): Result {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
