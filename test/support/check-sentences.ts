import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CheckCode } from '../../lib/domain/enrollment/check.ts';
import { CHECK_PARAMS, INSTANT_PARAMS } from '../../lib/i18n/check-params.ts';

const english: { readonly check: Readonly<Record<string, Readonly<Record<string, string>>>> } =
  parse(readFileSync(new URL('../../lib/i18n/locales/en.yml', import.meta.url), 'utf8'));

/**
 * The English sentence of a check, with these values in its blanks. Instants, and what is not given,
 * match anything that is not empty.
 *
 * @example checkPattern('coldLead', 'cold', { days: 3, limit: 30 })
 */
export function checkPattern(
  code: CheckCode,
  variant: string,
  values: Readonly<Record<string, string | number>> = {},
): RegExp {
  const sentence = english.check[code]?.[variant];
  const names = CHECK_PARAMS[code][variant];
  if (sentence === undefined || names === undefined) {
    throw new Error(`the check ${code} has no sentence for ${variant}`);
  }
  const pattern = RegExp.escape(sentence).replace(/\\\$(\d)/g, (_, index: string) => {
    const name = names[Number(index) - 1] ?? '';
    const value = INSTANT_PARAMS.has(name) ? undefined : values[name];
    return value === undefined ? '.+' : RegExp.escape(String(value));
  });
  return new RegExp(`^${pattern}$`);
}

/** Text as it is read, without the marks that keep foreign text in its place. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
