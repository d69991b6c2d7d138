import { JSON_LD, MARKED } from './selectors';

/**
 * May there be a person with an address on this page? One query, for the gate: it may say yes for
 * nothing, it must not say no for something.
 */
export function showsPeople(document: Document): boolean {
  for (const element of document.querySelectorAll(`${MARKED}, ${JSON_LD}`)) {
    if (!element.matches(JSON_LD) || mayHoldPerson(element.textContent ?? '')) return true;
  }
  return false;
}

function mayHoldPerson(json: string): boolean {
  return json.includes('Person"') && json.includes('"email"');
}
