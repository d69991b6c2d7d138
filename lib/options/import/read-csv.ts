/** One record of the file, and the line of the file that it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** As many lines of a file as are read; more is a database and not a list. */
export const MOST_ROWS = 100_000;

/**
 * Reads a file of contacts as spreadsheets and CRMs write it: any of the usual separators, quoted
 * cells with line breaks in them, empty lines. The first line that is not empty names the columns.
 *
 * @returns `undefined` when there is no line of contacts in it
 * @example (await readCsv('Email\nada@example.com'))?.rows // [{ line: 2, cells: ['ada@example.com'] }]
 */
export async function readCsv(text: string): Promise<CsvFile | undefined> {
  // Loaded when it is needed: few days in a rep's year begin with a file.
  const { default: Papa } = await import('papaparse');
  const rows: CsvRow[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    step: ({ data, meta }, parser) => {
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      line += breaksIn(text.slice(read, meta.cursor));
      read = meta.cursor;
      if (rows.length > MOST_ROWS) parser.abort();
    },
  });
  const [head, ...rest] = rows;
  return head === undefined || rest.length === 0 ? undefined : { headers: head.cells, rows: rest };
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
