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
  /** How long the encoded form of text of this size is. */
  readonly length: (size: Size) => number;
}

const base64: Encoding = {
  letter: 'B',
  encode: (text) => new TextEncoder().encode(text).toBase64(),
  length: ({ bytes }) => Math.ceil(bytes / 3) * 4,
};

const quoted: Encoding = {
  letter: 'Q',
  encode: (text) => Array.from(text, quoteCodePoint).join(''),
  length: (size) => size.quoted,
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
  const size = Array.from(text, sizeOf).reduce(add, NOTHING);
  const encoding = quoted.length(size) <= base64.length(size) ? quoted : base64;
  const first = Math.max(LEAST_ROOM, Math.min(WORD_LIMIT, LINE_LIMIT - lead) - OVERHEAD);
  return split(text, encoding, { first, next: WORD_LIMIT - OVERHEAD })
    .map((chunk) => `=?UTF-8?${encoding.letter}?${encoding.encode(chunk)}?=`)
    .join(' ');
}

interface Size {
  readonly bytes: number;
  readonly quoted: number;
}

const NOTHING: Size = { bytes: 0, quoted: 0 };

function sizeOf(char: string): Size {
  const code = char.codePointAt(0) ?? 0;
  const bytes = 1 + Number(code > 0x7f) + Number(code > 0x7ff) + Number(code > 0xffff);
  return { bytes, quoted: char === ' ' || PLAIN.test(char) ? 1 : bytes * 3 };
}

function add(one: Size, other: Size): Size {
  return { bytes: one.bytes + other.bytes, quoted: one.quoted + other.quoted };
}

function split(
  text: string,
  { length }: Encoding,
  room: { readonly first: number; readonly next: number },
): readonly string[] {
  const chunks: string[] = [];
  let chunk = '';
  let size = NOTHING;
  for (const char of text) {
    const grown = add(size, sizeOf(char));
    const isFull = length(grown) > (chunks.length === 0 ? room.first : room.next);
    if (isFull) chunks.push(chunk);
    chunk = isFull ? char : chunk + char;
    size = isFull ? sizeOf(char) : grown;
  }
  return [...chunks, chunk];
}
