import type { ColumnTarget, ImportColumn } from '@/components/options/import/import-view';
import { PROPERTY_NAMES } from '@/lib/sites/hubspot/properties';
import type { CsvFile } from './read-csv';

type OwnField = Exclude<ColumnTarget, `property:${string}`>;

/** What people and tools call the columns, without spaces, signs and accents. */
const OWN_FIELDS: Readonly<Record<Exclude<OwnField, 'skip'>, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'workemail', 'primaryemail', 'adresemail', 'adres'],
  name: ['name', 'fullname', 'contact', 'contactname', 'imieinazwisko', 'kontakt'],
  firstName: ['firstname', 'givenname', 'first', 'imie'],
  lastName: ['lastname', 'surname', 'familyname', 'last', 'nazwisko'],
  company: ['company', 'companyname', 'organization', 'organisation', 'account', 'firma'],
  zone: ['timezone', 'zone', 'tz', 'hstimezone', 'strefaczasowa', 'strefa'],
};

const ALIASES: Readonly<Record<string, string>> = {
  phonenumber: 'phone',
  telephone: 'phone',
  telefon: 'phone',
  mobile: 'mobile_phone',
  title: 'job_title',
  position: 'job_title',
  stanowisko: 'job_title',
  miasto: 'city',
  kraj: 'country',
  zipcode: 'postal_code',
};

const MOST_EXAMPLES = 3;
/** As many properties as a contact from a page may bring; a file is no better. */
const NAME_LENGTH = 64;

/**
 * What each column of a file is, by its header; what is not known becomes a property of that name.
 * Each field of the contact is taken once, by the first column that fits.
 */
export function guessColumns({ headers, rows }: CsvFile): readonly ImportColumn[] {
  const taken = new Set<ColumnTarget>();
  return headers.map((header, index) => {
    const property = propertyNameOf(header, index);
    const examples = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '');
    const guess = examples.length === 0 ? 'skip' : (fieldOf(header) ?? `property:${property}`);
    const isFree = guess === 'skip' || !taken.has(guess);
    taken.add(guess);
    return {
      header,
      property,
      target: isFree ? guess : 'skip',
      examples: examples.slice(0, MOST_EXAMPLES),
    };
  });
}

function fieldOf(header: string): OwnField | undefined {
  const name = compact(header);
  const fields = ['email', 'name', 'firstName', 'lastName', 'company', 'zone'] as const;
  return fields.find((field) => OWN_FIELDS[field].includes(name));
}

/** The name under which the product already knows it, else the header's own words. */
function propertyNameOf(header: string, index: number): string {
  const name = compact(header);
  const known = Object.entries(PROPERTY_NAMES).find(
    ([theirs, ours]) => compact(theirs) === name || compact(ours) === name,
  );
  const own = plain(header)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, NAME_LENGTH);
  return known?.[1] ?? ALIASES[name] ?? (own === '' ? `column_${index + 1}` : own);
}

function compact(header: string): string {
  return plain(header).replace(/[^a-z0-9]+/g, '');
}

/** Lower-case, without accents; the Polish ł has no accent to take away. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
