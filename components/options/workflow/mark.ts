/** Something that is wrong with the workflow, in a sentence, at its place. */
export interface Mark {
  readonly place: string;
  readonly tone: 'bad' | 'warn';
  readonly text: string;
}

/** What a field says about itself: the first error at exactly its place. */
export function errorAt(marks: readonly Mark[], place: string): string | undefined {
  return marks.find((mark) => mark.place === place && mark.tone === 'bad')?.text;
}

/**
 * What stands at a part or within it, without what its fields say themselves and without what stands
 * in a part of its own: a filter or an action within it.
 *
 * @param fields places within the part, without the part's own in front
 */
export function marksWithin(
  marks: readonly Mark[],
  place: string,
  fields: readonly string[] = [],
): readonly Mark[] {
  return marks.filter((mark) => {
    if (mark.place === place) return true;
    if (!mark.place.startsWith(`${place}.`)) return false;
    const rest = mark.place.slice(place.length + 1);
    if (mark.tone === 'bad' && fields.includes(rest)) return false;
    return !/(^|\.)(filters|actions|otherwise)\.\d/.test(rest);
  });
}
