import { cleanHeaderText } from './clean-header-text';
import { encodeWords } from './encoded-word';

/** Longer words cannot be folded, so that text which has one is encoded as a whole. */
const LONGEST_WORD = 60;

/** May this stand in a header as it is? Not if a reader could take it for an encoded word. */
export function isPlain(text: string): boolean {
  return (
    /^[\x20-\x7e]*$/.test(text) &&
    !text.includes('=?') &&
    text.split(' ').every((word) => word.length <= LONGEST_WORD)
  );
}

/** Text of a person as the value of an unstructured header such as `Subject`. */
export function unstructured(text: string, lead: number): string {
  const clean = cleanHeaderText(text);
  return isPlain(clean) ? clean : encodeWords(clean, lead);
}
