import type { SiteAdapter } from '@/lib/sites/adapter';
import { identifyGeneric } from './identify';
import { readGeneric } from './read';
import { genericRowOf, genericRows } from './rows';
import { JSON_LD, MARKED } from './selectors';

export const genericSite: SiteAdapter = {
  id: 'generic',
  kind: 'any',
  settleMs: 300,
  identify: identifyGeneric,
  read: readGeneric,
  // No page of an unknown site has a place of ours: always the floating pill.
  anchors: () => [],
  rows: genericRows,
  // No list of a known kind: nothing says what a tick means.
  selection: () => ({ rows: [] }),
  rowOf: genericRowOf,
  watch: `${MARKED}, ${JSON_LD}`,
};
