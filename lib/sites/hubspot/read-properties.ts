import { queryVisible } from '@/lib/sites/query';
import { PROPERTY_ROW, PROPERTY_VALUE } from './selectors';
import { shownValue } from './shown-value';

const PREFIX = 'property-input-';
const MOST_PROPERTIES = 100;

/** The record's own properties that are on screen and filled, by HubSpot's names. */
export function readProperties(document: Document): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const row of queryVisible(document, PROPERTY_ROW).slice(0, MOST_PROPERTIES)) {
    const node = row.querySelector(PROPERTY_VALUE.css);
    const name = node?.getAttribute('data-selenium-test')?.slice(PREFIX.length);
    const value = node && shownValue(node);
    // A row and its value name the same property, or something else has crept in.
    if (name && value && name === row.getAttribute('data-test-id')) properties.set(name, value);
  }
  return properties;
}
