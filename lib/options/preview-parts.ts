import type { PreviewPart } from '@/components/options/preview-view';
import { parseTemplate } from '@/lib/domain/message/template';

/**
 * A template filled in, piece by piece, so that what is missing can be marked where it stands.
 *
 * @param values what each token stands for, by path; an empty value counts as none
 */
export function previewParts(
  source: string,
  values: ReadonlyMap<string, string>,
): readonly PreviewPart[] {
  const { parts, errors } = parseTemplate(source);
  let position = 0;
  return parts.map((part): PreviewPart => {
    if (part.kind === 'text') {
      const start = position;
      position += part.text.length;
      // What cannot be read stays as written, as a piece of its own.
      const isUnread = errors.some((error) => error.start === start);
      return { kind: isUnread ? 'unread' : 'text', text: part.text };
    }
    position = part.end;
    const written = source.slice(part.start, part.end);
    if (part.kind === 'placeholder') return { kind: 'asked', text: part.name };
    const text = values.get(part.path) || part.fallback;
    return text === undefined ? { kind: 'missing', text: written } : { kind: 'filled', text };
  });
}
