/**
 * A number that is as good as random and always the same for the same text, to split and to spread
 * without remembering anything. FNV-1a; its high bits hardly move for keys that differ at the end, so
 * they are mixed once more.
 *
 * @param key any text
 * @returns in [0, 1)
 * @example stableFraction('step-2:ada@example.com') // the same wherever it is asked
 */
export function stableFraction(key: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
