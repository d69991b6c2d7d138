import type { Anchor, DatedSelector } from '@/lib/sites/adapter';

// Evidence and grades: reference/sites.md, section 2.

/** Rows of a conversation list; bundles and rows of other extensions are not conversations. */
export const ROW: readonly DatedSelector[] = [
  { css: 'tr.zA:not(.bundle):not(.bundle-row)', seen: '2026-07', grade: 'A' },
];

/** The sender in an inbox, the recipients in Sent. */
export const ROW_PEOPLE: readonly DatedSelector[] = [
  { css: 'td.yX .yW [email]', seen: '2026-07', grade: 'A' },
  // The split layout moves the cell's content about; the address stays in the row.
  { css: '.yW [email]', seen: '2026-07', grade: 'B' },
];

export const ROW_THREAD: readonly DatedSelector[] = [
  { css: '[data-legacy-thread-id]', seen: '2026-07', grade: 'A' },
];

export const ROW_SUBJECT: readonly DatedSelector[] = [
  { css: '.y6 .bog', seen: '2026-07', grade: 'A' },
];

export const ROW_TICK: readonly DatedSelector[] = [
  {
    css: 'td.oZ-x3 [role="checkbox"][aria-checked="true"]',
    seen: '2026-07',
    grade: 'A',
  },
];

/** What holds the open conversation; hidden ones of earlier visits stay in the document. */
export const THREAD: readonly DatedSelector[] = [
  // Since 2023-11-16.
  { css: '[role="main"] .a98.iY', seen: '2026-07', grade: 'B' },
  // The preview pane beside a list.
  { css: '[role="main"] .aia', seen: '2026-07', grade: 'B' },
];

export const MESSAGE_SENDER: readonly DatedSelector[] = [
  { css: '.adn.ads span.gD[email]', seen: '2026-07', grade: 'B' },
  { css: 'td.gF span[email]', seen: '2026-07', grade: 'A' },
];

export const MESSAGE_RECIPIENT: readonly DatedSelector[] = [
  { css: '.adn.ads .hb span[email]', seen: '2026-07', grade: 'B' },
];

export const THREAD_ANCHORS: readonly Anchor[] = [
  {
    name: 'thread-subject',
    selectors: [{ css: '[role="main"] .ha', seen: '2026-05', grade: 'B' }],
    insert: 'append',
  },
  {
    name: 'thread-toolbar',
    selectors: [
      {
        css: '[gh="tm"] [gh="mtb"] .G-Ni:last-of-type',
        seen: '2026-07',
        grade: 'B',
      },
    ],
    insert: 'before',
  },
];

export const LIST_ANCHORS: readonly Anchor[] = [
  {
    name: 'list-top',
    selectors: [{ css: '[gh="tl"]', seen: '2026-07', grade: 'B' }],
    insert: 'prepend',
  },
];

/**
 * What changes who is in a conversation or where the control stands. Not the conversation as a
 * whole: an answer is typed inside it.
 */
export const WATCHED: readonly DatedSelector[] = [
  { css: '[role="main"] .ha', seen: '2026-05', grade: 'B' },
  ...MESSAGE_SENDER,
  ...MESSAGE_RECIPIENT,
  // Names the rep's address, and is written late.
  { css: 'head > title', seen: '2026-07', grade: 'C' },
];
