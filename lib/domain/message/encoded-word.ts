const WORD_LIMIT = 75;
/** RFC 2047: a line that holds encoded words has at most 76 characters. */
const LINE_LIMIT = 76;
const OVERHEAD = '=?UTF-8?B?'.length + '?='.length;
/** Room that a code point of four bytes always fits in, whatever comes before it on the line. */
const LEAST_ROOM = 24;

/** What may stand unescaped in a `Q` word even inside a display name (RFC 2047, 5.3). */
const PLAIN = /^[A-Za-z0-9!*+/-]$/;

interface Encoding {
  readonly letter: 'B' | 'Q';
  readonly encode: (text: string) => string;
}

const base64: Encoding = {
  letter: 'B',
  encode: (text) => new TextEncoder().encode(text).toBase64(),
};

const quoted: Encoding = {
  letter: 'Q',
  encode: (text) => Array.from(text, quoteCodePoint).join(''),
};

function quoteCodePoint(char: string): string {
  if (char === ' ') return '_';
  if (PLAIN.test(char)) return char;
  return new TextEncoder().encode(char).toHex().toUpperCase().replace(/../g, '=$&');
}

/**
 * Writes text as RFC 2047 encoded words, separated by one space where the header may be folded.
 * No word is longer than 75 characters and none splits a code point.
 *
 * @param text well-formed text without controls
 * @param lead how many characters stand before the first word on its line
 * @example encodeWords('Zażółć', 'Subject: '.length) // '=?UTF-8?B?WmHFvMOzxYLEhw==?='
 */
export function encodeWords(text: string, lead: number): string {
  const encoding = quoted.encode(text).length <= base64.encode(text).length ? quoted : base64;
  const first = Math.max(LEAST_ROOM, Math.min(WORD_LIMIT, LINE_LIMIT - lead) - OVERHEAD);
  return split(text, encoding, { first, next: WORD_LIMIT - OVERHEAD })
    .map((chunk) => `=?UTF-8?${encoding.letter}?${encoding.encode(chunk)}?=`)
    .join(' ');
}

function split(
  text: string,
  { encode }: Encoding,
  room: { readonly first: number; readonly next: number },
): readonly string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const char of text) {
    const limit = chunks.length === 0 ? room.first : room.next;
    if (encode(chunk + char).length > limit) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += char;
  }
  return [...chunks, chunk];
}
