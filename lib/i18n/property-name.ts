import { KNOWN_PROPERTIES } from '@/lib/domain/workflow/known-properties';
import { sentence } from './t';

const KNOWN = new Set(KNOWN_PROPERTIES.map(({ name }) => name));

/**
 * A property in words, where it is one that everybody has; a company's own by its name.
 *
 * @example propertyName('jobtitle') // 'Job title'
 * @example propertyName('shoe_size') // 'shoe_size'
 */
export function propertyName(name: string): string {
  return KNOWN.has(name) ? sentence(`workflow.propertyName.${name}`) : name;
}
