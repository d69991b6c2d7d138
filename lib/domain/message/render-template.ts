import { parseTemplate, type TemplatePart } from './template';

/** What fills in a template. */
export interface Fields {
  /** What each token stands for, by path; an empty value counts as none. */
  readonly values: ReadonlyMap<string, string>;
  /** What the rep typed, by the placeholder's name. */
  readonly placeholders: Readonly<Record<string, string>>;
}

export interface Rendered {
  readonly text: string;
  /** Tokens that stayed as they were written: nothing may leave with these. */
  readonly missing: readonly string[];
  /** Names of placeholders that stayed as well. */
  readonly unfilled: readonly string[];
}

/**
 * Fills in a template. Values are put in as they are and never read as a template again.
 *
 * @param source template text, see `parseTemplate`
 * @example renderTemplate('Hi {{contact.first_name|there}}', noFields).text // 'Hi there'
 */
export function renderTemplate(source: string, fields: Fields): Rendered {
  const { parts, errors } = parseTemplate(source);
  const missing = errors.map(({ start, end }) => source.slice(start, end));
  const unfilled: string[] = [];
  let text = '';
  for (const part of parts) {
    const value = filled(part, fields);
    if (value !== undefined) text += value;
    else if (part.kind !== 'text') {
      const written = source.slice(part.start, part.end);
      text += written;
      if (part.kind === 'placeholder') unfilled.push(part.name);
      else missing.push(written);
    }
  }
  return { text, missing: [...new Set(missing)], unfilled: [...new Set(unfilled)] };
}

function filled(part: TemplatePart, { values, placeholders }: Fields): string | undefined {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'token':
      return values.get(part.path) || part.fallback;
    case 'placeholder': {
      // Names are free text: `constructor` is one as well.
      const typed = Object.hasOwn(placeholders, part.name) ? placeholders[part.name]?.trim() : '';
      return typed || undefined;
    }
  }
}
