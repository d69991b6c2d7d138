import type { Anchor, DatedSelector } from '@/lib/sites/adapter';

// Evidence and grades: reference/sites.md, section 4.

/** The card with name and address. Cards of type ASSOCIATION_V3 show other records and are decoys. */
export const HIGHLIGHT_CARD: readonly DatedSelector[] = [
  {
    css: '[data-test-id="left-sidebar"] [data-card-type="OBJECT_HIGHLIGHT"]',
    seen: '2026-07',
    grade: 'B',
  },
  { css: '[data-card-type="OBJECT_HIGHLIGHT"]', seen: '2026-01', grade: 'B' },
];

/** Within the highlight card. */
export const NAME: readonly DatedSelector[] = [
  {
    css: '[data-test-id="highlight-property-display-hs_full_name_or_email"]',
    seen: '2026-07',
    grade: 'B',
  },
  { css: '[data-selenium-test="highlightTitle"]', seen: '2026-04', grade: 'B' },
];

/** Within the highlight card. */
export const HIGHLIGHT_EMAIL: readonly DatedSelector[] = [
  {
    css: '[data-test-id="highlight-property-display-email"]',
    seen: '2026-07',
    grade: 'B',
  },
];

/** Rows of the cards that show this record's own properties. */
export const PROPERTY_ROW: readonly DatedSelector[] = [
  {
    css: '[data-card-type="PROPERTIES_V3"] ul[data-selenium-test="profile-properties-list"] > span[data-test-id]',
    seen: '2026-07',
    grade: 'B',
  },
];

/** Within a property row, followed by the property's name. */
export const PROPERTY_VALUE: DatedSelector = {
  css: '[data-selenium-test^="property-input-"]',
  seen: '2026-07',
  grade: 'B',
};

/** The company that the contact is tied to; belongs to another record, so only its name is read. */
export const COMPANY_CHIP: readonly DatedSelector[] = [
  {
    css: '[data-selenium-test="company-chicklet-title-link"]',
    seen: '2026-07',
    grade: 'B',
  },
];

export const ROW: readonly DatedSelector[] = [
  { css: 'tr[data-test-id^="row-"]', seen: '2026-07', grade: 'B' },
];

/** Within a list row: `cell-{objectType}-{property}-{recordId}`. */
export const CELL: DatedSelector = {
  css: 'td[data-table-external-id^="cell-0-1-"]',
  seen: '2026-07',
  grade: 'B',
};

/** Within a list row. */
export const ROW_NAME: readonly DatedSelector[] = [
  {
    css: 'td[data-column-index="0"] [data-test-id="truncated-object-label"]',
    seen: '2026-07',
    grade: 'B',
  },
  {
    css: 'td[data-column-index="0"] a[href*="/record/0-1/"]',
    seen: '2026-07',
    grade: 'B',
  },
];

/** Within a list row. */
export const ROW_TICK: readonly DatedSelector[] = [
  { css: 'input[type="checkbox"]:checked', seen: '2026-07', grade: 'B' },
];

export const RECORD_ANCHORS: readonly Anchor[] = [
  {
    name: 'record-highlight',
    selectors: [
      {
        css: '[data-test-id="left-sidebar"] [data-test-id="record-highlight-main-content"]',
        seen: '2026-03',
        grade: 'B',
      },
      {
        css: '[data-test-id="record-highlight-main-content"]',
        seen: '2026-03',
        grade: 'B',
      },
    ],
    insert: 'append',
  },
  {
    name: 'record-tab',
    selectors: [
      {
        css: '[data-test-id^="tab-"][data-test-id$="-content"]',
        seen: '2026-07',
        grade: 'B',
      },
    ],
    insert: 'prepend',
  },
];

export const LIST_ANCHORS: readonly Anchor[] = [
  {
    name: 'list-bulk-bar',
    // There only while something is ticked.
    selectors: [
      {
        css: '[data-test-id="customer-data-bulk-actions-container"]',
        seen: '2026-07',
        grade: 'B',
      },
    ],
    insert: 'append',
  },
];
