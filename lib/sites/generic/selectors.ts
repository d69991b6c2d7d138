import type { DatedSelector } from '@/lib/sites/adapter';

// These follow from published formats, not from any site: RFC 6068, schema.org, microformats.

export const MAILTO = 'a[href^="mailto:" i]';
export const MICRODATA = '[itemscope][itemtype*="schema.org/Person"]';
export const HCARD = '.vcard, .h-card';
export const JSON_LD = 'script[type="application/ld+json"]';
/** Everything that stands on the page where its person is shown. */
export const MARKED = `${MAILTO}, ${MICRODATA}, ${HCARD}`;

export const SELECTORS: readonly DatedSelector[] = [
  MAILTO,
  MICRODATA,
  '.vcard',
  '.h-card',
  JSON_LD,
].map((css) => ({ css, seen: '2026-11', grade: 'A' }));
