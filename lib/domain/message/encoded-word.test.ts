import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWords } from './encoded-word';

/** Reads encoded words strictly, each word on its own: a split code point would show. */
function decode(words: string): string {
  return words
    .split(' ')
    .map((word) => {
      const [, letter, data = ''] = /^=\?UTF-8\?([BQ])\?([^? ]*)\?=$/.exec(word) ?? [];
      if (letter === undefined) throw new Error(`no encoded word: ${word}`);
      const bytes =
        letter === 'B'
          ? Uint8Array.fromBase64(data)
          : Uint8Array.fromHex(
              data
                .replaceAll('_', '=20')
                .replace(/=([0-9A-F]{2})|[^=]/g, (char, hex?: string) =>
                  hex === undefined ? char.charCodeAt(0).toString(16).padStart(2, '0') : hex,
                ),
            );
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    })
    .join('');
}

describe('encodeWords', { timeout: 30_000 }, () => {
  it('keeps short text in one word', () => {
    expect(encodeWords('Zażółć', 9)).toBe('=?UTF-8?B?WmHFvMOzxYLEhw==?=');
    expect(encodeWords('naive café', 9)).toBe('=?UTF-8?Q?naive_caf=C3=A9?=');
  });

  it('gives back any text, each word whole and at most 75 characters', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 600 });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 80 }), (any, lead) => {
        const words = encodeWords(any.toWellFormed(), lead);

        expect(decode(words)).toBe(any.toWellFormed());
        for (const word of words.split(' ')) expect(word.length).toBeLessThanOrEqual(75);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it('leaves room for what stands before it on its line', () => {
    const [first = ''] = encodeWords('ż'.repeat(100), 'Subject: '.length).split(' ');

    expect(first.length + 'Subject: '.length).toBeLessThanOrEqual(76);
  });
});
