/**
 * Foreign text for the middle of a sentence: whatever its direction, it cannot reorder what stands
 * around it. U+2068 first strong isolate, U+2069 pop directional isolate.
 */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
