import { suppressorOf } from './suppressor-of';
import type { WorkflowSettings } from './workflow';

/**
 * Is the contact on the workflow's suppression list? For one contact; {@link suppressorOf} reads a
 * long list once for many.
 *
 * @example isSuppressedBy(settings, contact) // true when settings.suppressed holds '@example.com'
 */
export function isSuppressedBy(
  settings: Pick<WorkflowSettings, 'suppressed'>,
  contact: { readonly emails: readonly string[] },
): boolean {
  return suppressorOf(settings)(contact);
}
