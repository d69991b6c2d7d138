import type { Person, SiteRef } from '@/lib/domain/contact/person';

/** What a URL alone says about a page. Identity never comes from the document. */
export interface PageIdentity {
  /** `record`: one contact. `thread`: a conversation. `list`: many rows. `page`: any site. */
  readonly kind: 'record' | 'thread' | 'list' | 'page';
  /** Equal for two visits of the same thing, different for two things. */
  readonly key: string;
  readonly account: string;
  /** The record, where the URL names one. */
  readonly ref?: SiteRef;
}

/** One place where the control may stand, best first. */
export interface Anchor {
  /** Stable name for drift reports, for example `thread-subject`. */
  readonly name: string;
  readonly selectors: readonly DatedSelector[];
  readonly insert: 'append' | 'prepend' | 'after' | 'before';
}

/** A selector with the day somebody last saw it on the real page, and on what evidence. */
export interface DatedSelector {
  readonly css: string;
  /** `YYYY-MM`. */
  readonly seen: string;
  /** Grade in `shared/reference/sites.md`: A is loaded from a capture, D is a guess. */
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

/** One row of a list: where it is and who it is about. */
export interface ListRow {
  readonly element: Element;
  readonly key: string;
  readonly people: readonly Person[];
  readonly selected: boolean;
}

/** What is ticked in a list. */
export interface Selection {
  /** Ticked rows that are in the document now; a long list holds only what is near the window. */
  readonly rows: readonly ListRow[];
  /** How many the page itself says are ticked; absent where all rows are always in the document. */
  readonly count?: number;
}

/** What a page yields right now. Empty `people` is a state to be shown, not an error. */
export interface PageReading {
  readonly people: readonly Person[];
  /** Selectors that should have matched and did not; names only, never page text. */
  readonly drift: readonly string[];
}

/** How one site says who the contact is. Pure functions of a URL and a document. */
export interface SiteAdapter {
  readonly id: string;
  readonly kind: 'crm' | 'inbox' | 'any';
  /** How long the page needs after a URL change before it shows the new thing, in milliseconds. */
  readonly settleMs: number;
  readonly identify: (url: URL) => PageIdentity | undefined;
  readonly read: (document: Document, page: PageIdentity) => PageReading;
  readonly anchors: (page: PageIdentity) => readonly Anchor[];
  /** Rows of a list that are in the document now. */
  readonly rows: (document: Document, page: PageIdentity) => readonly ListRow[];
  /** The rows that are ticked; cheap while none is. */
  readonly selection: (document: Document, page: PageIdentity) => Selection;
  /** The row that holds this element, for a control that follows the pointer or the focus. */
  readonly rowOf: (element: Element, page: PageIdentity) => ListRow | undefined;
  /** What to look for when asking whether the document changed in a way that matters. */
  readonly watch: string;
}
