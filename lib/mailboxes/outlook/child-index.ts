/** A header of 22 bytes: a mark, when the conversation began, which conversation it is. */
const HEADER = 22;
/** Each answer adds five: how much later it was written. */
const CHILD = 5;

/**
 * The place of an answer in a conversation, as MS-OXOMSG 2.2.1.3 has it: the answered message's
 * place and a block of our own. Exchange files a message by its header.
 *
 * @param parent in base64, as Graph's `conversationIndex`
 * @param delta milliseconds after the answered message
 * @returns in base64; `undefined` when the parent's is none
 */
export function childIndex(parent: string, delta: number): string | undefined {
  const bytes = bytesOf(parent);
  if (bytes === undefined || bytes.length < HEADER) return undefined;
  // Units of 2^18 × 100 ns in 31 bits, with a leading 0 for "less than 1.7 years".
  const units = Math.min(Math.max(0, Math.floor((delta * 10_000) / 2 ** 18)), 2 ** 31 - 1);
  const child = new Uint8Array(bytes.length + CHILD);
  child.set(bytes);
  new DataView(child.buffer).setUint32(bytes.length, units);
  return child.toBase64();
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return undefined;
  }
}
