/** What stands between the braces of a template. */
export type Token =
  | {
      readonly kind: 'token';
      /** For example `contact.first_name`. */
      readonly path: string;
      readonly fallback?: string;
    }
  /** What the rep types once for each enrollment; `name` says what is asked for. */
  | { readonly kind: 'placeholder'; readonly name: string };

/** Tokens about the sender and the contact's company. Those about the contact are theirs to name. */
export const SENDER_TOKENS = ['name', 'first_name', 'last_name', 'email', 'meeting_link'] as const;
export const COMPANY_TOKENS = ['name'] as const;

const PATH = new RegExp(
  `^(?:contact\\.[a-z][a-z0-9_]*|sender\\.(?:${SENDER_TOKENS.join('|')})|company\\.(?:${COMPANY_TOKENS.join('|')}))$`,
);
/** No bar: a placeholder has no fallback, somebody has to think. */
const PLACEHOLDER = /^placeholder:\s*([^{}|\p{Cc}]{1,100})$/u;

/**
 * Reads the inside of a token.
 *
 * @example readToken('contact.first_name|there') // { kind: 'token', path: …, fallback: 'there' }
 * @example readToken('placeholder: Why now ') // { kind: 'placeholder', name: 'Why now' }
 * @example readToken('secret.path') // undefined
 */
export function readToken(inner: string): Token | undefined {
  const placeholder = PLACEHOLDER.exec(inner.trim())?.[1]?.trim();
  if (placeholder !== undefined && placeholder !== '') {
    return { kind: 'placeholder', name: placeholder };
  }
  const bar = inner.indexOf('|');
  const path = (bar === -1 ? inner : inner.slice(0, bar)).trim();
  if (!PATH.test(path)) return undefined;
  if (bar === -1) return { kind: 'token', path };
  return { kind: 'token', path, fallback: inner.slice(bar + 1).trim() };
}
