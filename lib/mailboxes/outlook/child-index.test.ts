import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/instant';
import { childIndex } from './child-index';

const HEADER = Uint8Array.from({ length: 22 }, (_, index) => index);
const parent = HEADER.toBase64();

describe('the place of an answer in a conversation', () => {
  it('is the place of what it answers, and five bytes of its own', () => {
    const child = Uint8Array.fromBase64(childIndex(parent, MINUTE) ?? '');

    expect([...child.slice(0, 22)]).toEqual([...HEADER]);
    expect(child).toHaveLength(27);
    // 60 s are 600,000,000 units of 100 ns, of which the lowest 18 bits are left out.
    expect(new DataView(child.buffer).getUint32(22)).toBe(2288);
  });

  it('goes on below an answer', () => {
    const answer = childIndex(parent, MINUTE) ?? '';

    expect(Uint8Array.fromBase64(childIndex(answer, 0) ?? '')).toHaveLength(32);
  });

  it.each([
    ['a clock that goes back', -MINUTE, 0],
    ['a hundred years', 36_500 * DAY, 2 ** 31 - 1],
  ])('stays within its bits: %s', (_, delta, expected) => {
    const child = Uint8Array.fromBase64(childIndex(parent, delta) ?? '');

    expect(new DataView(child.buffer).getUint32(22)).toBe(expected);
  });

  it.each(['', 'AAAA', 'not base64!'])('has none below what is no place: %j', (text) => {
    expect(childIndex(text, MINUTE)).toBeUndefined();
  });
});
