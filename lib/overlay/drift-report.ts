import type { Rpc } from '@/lib/rpc/client';
import { createDebounce } from './debounce';

export interface DriftReport {
  /** What is missing on this page right now; only what stays missing is reported. */
  readonly note: (page: string, missing: readonly string[]) => void;
}

const SETTLED_MS = 5_000;
const MOST = 20;

/** Tells the worker which selectors no longer match, once per page and never with its text. */
export function createDriftReport(
  rpc: Pick<Rpc, 'page.drifted'>,
  site: string,
  signal: AbortSignal,
): DriftReport {
  const told = new Set<string>();
  let pending: { readonly page: string; readonly missing: readonly string[] } | undefined;
  const report = createDebounce(
    () => {
      const missing = [...new Set(pending?.missing)].slice(0, MOST);
      if (!pending || missing.length === 0 || told.has(pending.page)) return;
      told.add(pending.page);
      // A lost report is no loss: the page keeps its control, and the next page reports again.
      rpc['page.drifted']({ site, missing }).catch(() => undefined);
    },
    { ms: SETTLED_MS, signal },
  );
  return {
    note: (page, missing) => {
      const isSame = pending?.page === page && pending.missing.join() === missing.join();
      pending = { page, missing };
      if (!isSame) report.schedule();
    },
  };
}
