import { cleanText } from '@/lib/domain/contact/person';
import { fold } from './values/fold';

/** What a form asked, as far as its mail says so. */
export interface FormFields {
  readonly email?: string;
  readonly name?: string;
  readonly company?: string;
}

/** How forms call their fields. */
const LABELS: Readonly<Record<string, string>> = {
  ...labels('email', 'email', 'e-mail', 'email address', 'e-mail address', 'your email'),
  ...labels('email', 'work email', 'business email', 'adres e-mail', 'adres email', 'twój e-mail'),
  ...labels('name', 'name', 'full name', 'your name', 'imię i nazwisko', 'imie i nazwisko'),
  ...labels('first', 'first name', 'imię', 'imie'),
  ...labels('last', 'last name', 'surname', 'nazwisko'),
  ...labels('company', 'company', 'company name', 'organization', 'organisation', 'firma'),
};

/**
 * Reads lines as form tools write them: `Email: ada@example.com`, or the label on a line of its own
 * and the value on the next. The first value of each wins.
 *
 * @example formFields('Name: Ada\nCompany: Engines') // { name: 'Ada', company: 'Engines' }
 */
export function formFields(text: string): FormFields {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => line.trim());
  const found = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const colon = line.indexOf(':');
    const own = fieldOf(colon === -1 ? line : line.slice(0, colon));
    if (own === undefined || found.has(own)) continue;
    const beside = colon === -1 ? '' : line.slice(colon + 1);
    const value = cleanText(beside.trim() === '' ? below(lines, index) : beside, 200);
    if (value !== '') found.set(own, value);
  }
  const email = found.get('email');
  const both = [found.get('first'), found.get('last')].filter(Boolean).join(' ');
  const name = found.get('name') ?? both;
  const company = found.get('company');
  return {
    ...(email !== undefined && { email }),
    ...(name !== '' && { name }),
    ...(company !== undefined && { company }),
  };
}

/** The value below a label; another label is none. */
function below(lines: readonly string[], index: number): string {
  const next = lines.slice(index + 1, index + 3).find((line) => line !== '') ?? '';
  return fieldOf(next.split(':')[0] ?? '') === undefined ? next : '';
}

/** Markup marks and stars of required fields do not belong to a label. */
function fieldOf(label: string): string | undefined {
  const key = fold(label.slice(0, 60)).replace(/[*_]/g, '').trim();
  return Object.hasOwn(LABELS, key) ? LABELS[key] : undefined;
}

function labels(field: string, ...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, field]));
}
