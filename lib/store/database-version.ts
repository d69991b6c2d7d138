export const DATABASE_NAME = 'sequence-overlay';

/** The number of the last migration; apart from the migrations, so that who only reads need not carry them. */
export const DATABASE_VERSION = 4;
