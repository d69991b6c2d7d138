/** What HubSpot shows for a property without a value. */
const EMPTY = '--';

/** The value of a property node: text on display, a field while it is edited. */
export function shownValue(node: Element): string | undefined {
  const field = node.matches(FIELD) ? node : node.querySelector(FIELD);
  const text = (field ? fieldValue(field) : (node.textContent ?? '')).trim();
  return text === '' || text === EMPTY ? undefined : text;
}

const FIELD = 'input:not([type="hidden"], [type="checkbox"], [type="radio"]), textarea, select';

function fieldValue(field: Element): string {
  if (field.localName === 'select') return field.querySelector('option:checked')?.textContent ?? '';
  return 'value' in field && typeof field.value === 'string' ? field.value : '';
}
