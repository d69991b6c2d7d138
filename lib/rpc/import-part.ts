/** As many contacts as one message of an import carries. Alone, so that pages carry no schemas. */
export const IMPORT_PART = 500;
