import { addressKey } from '@/lib/domain/contact/email-address';
import type { WorkflowSettings } from './workflow';

/** Somebody with addresses. */
type Addressed = { readonly emails: readonly string[] };

/**
 * Reads a suppression list once, for asking it about many contacts. An entry is an address, or
 * `@domain` with everybody there; any address of the contact counts.
 *
 * @example suppressorOf({ suppressed: ['@rival.example.com'] })(ada) // false
 */
export function suppressorOf({
  suppressed,
}: Pick<WorkflowSettings, 'suppressed'>): (contact: Addressed) => boolean {
  const keys = new Set(suppressed.map((entry) => addressKey(entry.trim())));
  return ({ emails }) =>
    keys.size > 0 &&
    emails.some((email) => {
      const key = addressKey(email);
      return keys.has(key) || keys.has(key.slice(key.lastIndexOf('@')));
    });
}
