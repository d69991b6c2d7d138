/** A piece of a template: text as it is, or a token to be filled in. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'token';
      /** For example `contact.first_name`. */
      readonly path: string;
      readonly fallback?: string;
      /** Where the token stands in the source, for marking it. */
      readonly start: number;
      readonly end: number;
    };

export interface TemplateError {
  readonly code: 'unclosed' | 'badPath';
  readonly start: number;
  readonly end: number;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly errors: readonly TemplateError[];
}

const OPEN = '{{';
const CLOSE = '}}';
const PATH = /^(contact|sender)\.[a-z][a-z0-9_]*$/;

/**
 * Reads a template. Tokens are `{{contact.first_name}}` or, with a fallback,
 * `{{contact.first_name|there}}`; an empty fallback is one, too. A token that cannot be read stays
 * in the text as it was written and is listed with its place.
 *
 * @example parseTemplate('Hi {{contact.first_name|there}},').parts.length // 3
 */
export function parseTemplate(source: string): Template {
  const parts: TemplatePart[] = [];
  const errors: TemplateError[] = [];
  let position = 0;
  while (position < source.length) {
    const start = source.indexOf(OPEN, position);
    if (start === -1) break;
    const close = source.indexOf(CLOSE, start);
    if (close === -1) {
      errors.push({ code: 'unclosed', start, end: source.length });
      break;
    }
    if (start > position) parts.push({ kind: 'text', text: source.slice(position, start) });
    position = close + CLOSE.length;
    const token = readToken(source.slice(start + OPEN.length, close));
    if (token === undefined) {
      errors.push({ code: 'badPath', start, end: position });
      parts.push({ kind: 'text', text: source.slice(start, position) });
    } else {
      parts.push({ kind: 'token', ...token, start, end: position });
    }
  }
  if (position < source.length) parts.push({ kind: 'text', text: source.slice(position) });
  return { parts, errors };
}

function readToken(inner: string): { path: string; fallback?: string } | undefined {
  const bar = inner.indexOf('|');
  const path = (bar === -1 ? inner : inner.slice(0, bar)).trim();
  if (!PATH.test(path)) return undefined;
  return bar === -1 ? { path } : { path, fallback: inner.slice(bar + 1).trim() };
}
