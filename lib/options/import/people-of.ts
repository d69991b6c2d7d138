import type { ImportColumn, InvalidLine } from '@/components/options/import/import-view';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { Person } from '@/lib/domain/contact/person';
import type { CsvFile, CsvRow } from './read-csv';

export interface ImportedPerson {
  /** Of the file, so that whatever is wrong can be found there. */
  readonly line: number;
  readonly person: Person;
}

/** As many addresses as one contact may bring. */
const MOST_ADDRESSES = 20;

/** The contacts of a file by what its columns mean, and the lines without an address to write to. */
export function peopleOf(
  { rows }: CsvFile,
  columns: readonly Pick<ImportColumn, 'target'>[],
): { readonly people: readonly ImportedPerson[]; readonly invalid: readonly InvalidLine[] } {
  const people: ImportedPerson[] = [];
  const invalid: InvalidLine[] = [];
  const addresses = columns.findIndex(({ target }) => target === 'email');
  for (const row of rows) {
    const person = personOf(row, columns);
    const { line } = row;
    if (person.emails.some((email) => parseEmailAddress(email) !== undefined)) {
      people.push({ line, person });
    } else {
      const text = row.cells[addresses] ?? '';
      invalid.push({ line, reason: text === '' ? 'noAddress' : 'badAddress', text });
    }
  }
  return { people, invalid };
}

function personOf({ cells }: CsvRow, columns: readonly Pick<ImportColumn, 'target'>[]): Person {
  const cellOf = (target: ImportColumn['target']) => {
    const index = columns.findIndex((column) => column.target === target);
    return (index < 0 ? '' : (cells[index] ?? '')).slice(0, 1_000);
  };
  const first = cellOf('firstName');
  const last = cellOf('lastName');
  const company = cellOf('company');
  const zone = cellOf('zone').slice(0, 64);
  const properties = columns.flatMap(({ target }): [string, string][] =>
    target.startsWith('property:')
      ? [[target.slice('property:'.length), cellOf(target)]]
      : target === 'firstName'
        ? [['first_name', first]]
        : target === 'lastName'
          ? [['last_name', last]]
          : [],
  );
  return {
    name: (cellOf('name') || [first, last].filter(Boolean).join(' ')).slice(0, 200),
    emails: addressesIn(cellOf('email')),
    ...(company && { company: company.slice(0, 200) }),
    ...(zone && { zone }),
    properties: Object.fromEntries(properties.filter(([, value]) => value !== '')),
  };
}

/** Spreadsheets put several into one cell; some write `Ada <ada@example.com>`. */
function addressesIn(cell: string): string[] {
  const found = cell.split(/[\s,;<>]+/).filter((part) => part !== '');
  const addresses = found.filter((part) => part.includes('@'));
  return (addresses.length > 0 ? addresses : found)
    .map((part) => part.replace(/^mailto:/i, '').slice(0, 320))
    .slice(0, MOST_ADDRESSES);
}
