import { parseTemplate } from './template';

export interface Rendered {
  readonly text: string;
  /** Tokens without a value and without a fallback, as written: nothing may leave with these. */
  readonly missing: readonly string[];
}

/**
 * Fills in a template. Values are put in as they are and never read as a template again.
 *
 * @param source template text, see `parseTemplate`
 * @param fields what each token stands for, by path; an empty value counts as none
 * @example renderTemplate('Hi {{contact.first_name|there}}', new Map()).text // 'Hi there'
 */
export function renderTemplate(source: string, fields: ReadonlyMap<string, string>): Rendered {
  const { parts, errors } = parseTemplate(source);
  const missing = errors.map((error) => source.slice(error.start, error.end));
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const value = fields.get(part.path);
    if (value !== undefined && value !== '') text += value;
    else if (part.fallback !== undefined) text += part.fallback;
    else {
      text += source.slice(part.start, part.end);
      missing.push(source.slice(part.start, part.end));
    }
  }
  return { text, missing: [...new Set(missing)] };
}
