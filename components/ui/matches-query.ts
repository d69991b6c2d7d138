const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gu, 'l')
    .replace(/Ł/gu, 'L')
    .toLowerCase();

/**
 * Does a label fit what was typed? Every word has to occur, in any order, accents do not matter.
 *
 * @example matchesQuery('Zimny lead – świąteczny', 'swiat zim') // true
 */
export function matchesQuery(label: string, query: string): boolean {
  const text = plain(label);
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
