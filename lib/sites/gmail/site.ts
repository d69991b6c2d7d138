import type { SiteAdapter } from '@/lib/sites/adapter';
import { anyOf } from '@/lib/sites/query';
import { identifyGmail } from './identify';
import { readGmail } from './read';
import { gmailRowOf, gmailRows, gmailSelection } from './rows';
import { LIST_ANCHORS, ROW, THREAD_ANCHORS, WATCHED } from './selectors';

export const gmailSite: SiteAdapter = {
  id: 'gmail',
  kind: 'inbox',
  settleMs: 300,
  identify: identifyGmail,
  read: readGmail,
  anchors: (page) => (page.kind === 'thread' ? THREAD_ANCHORS : LIST_ANCHORS),
  rows: gmailRows,
  selection: gmailSelection,
  rowOf: gmailRowOf,
  watch: anyOf([...ROW, ...WATCHED]),
};
