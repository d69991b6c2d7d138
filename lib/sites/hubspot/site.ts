import type { SiteAdapter } from '@/lib/sites/adapter';
import { anyOf } from '@/lib/sites/query';
import { identifyHubspot } from './identify';
import { readHubspot } from './read';
import { hubspotRowOf, hubspotRows, hubspotSelection } from './rows';
import { HIGHLIGHT_CARD, LIST_ANCHORS, PROPERTY_ROW, RECORD_ANCHORS, ROW } from './selectors';

export const hubspotSite: SiteAdapter = {
  id: 'hubspot',
  kind: 'crm',
  settleMs: 500,
  identify: identifyHubspot,
  read: readHubspot,
  anchors: (page) => (page.kind === 'record' ? RECORD_ANCHORS : LIST_ANCHORS),
  rows: hubspotRows,
  selection: hubspotSelection,
  rowOf: hubspotRowOf,
  watch: anyOf([
    ...HIGHLIGHT_CARD,
    ...PROPERTY_ROW,
    ...ROW,
    ...LIST_ANCHORS.flatMap(({ selectors }) => selectors),
  ]),
};
