import { readToken, type Token } from './read-token';

/** A piece of a template: text as it is, or a token to be filled in. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** Where the token stands in the source, for marking it. */
  | (Token & { readonly start: number; readonly end: number });

export interface TemplateError {
  /** Never closed; or nothing that a token can say. */
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

/**
 * Reads a template. Tokens are `{{contact.first_name}}` or, with a fallback,
 * `{{contact.first_name|there}}`; an empty fallback is one, too. `{{placeholder:Why now}}` asks the
 * rep. A token that cannot be read stays in the text as it was written and is listed with its place.
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
    if (start > position) parts.push({ kind: 'text', text: source.slice(position, start) });
    const { end, token, code } = tokenAt(source, start);
    if (token !== undefined) parts.push({ ...token, start, end });
    else {
      errors.push({ code, start, end });
      parts.push({ kind: 'text', text: source.slice(start, end) });
    }
    position = end;
  }
  if (position < source.length) parts.push({ kind: 'text', text: source.slice(position) });
  return { parts, errors };
}

/** What begins at `start`. A token that a further one interrupts was never closed. */
function tokenAt(
  source: string,
  start: number,
): { readonly end: number; readonly token?: Token; readonly code: TemplateError['code'] } {
  const inside = start + OPEN.length;
  const close = source.indexOf(CLOSE, inside);
  const next = source.indexOf(OPEN, inside);
  if (close === -1 || (next !== -1 && next < close)) {
    return { end: next === -1 ? source.length : next, code: 'unclosed' };
  }
  const token = readToken(source.slice(inside, close));
  return { end: close + CLOSE.length, code: 'badPath', ...(token && { token }) };
}
