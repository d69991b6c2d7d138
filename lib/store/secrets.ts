import type { Connection } from './connection';
import type { Secret } from './schema';

/** Where encrypted secrets lie. */
export interface SecretShelf {
  readonly get: (id: string) => Promise<Secret | undefined>;
  readonly put: (secret: Secret) => Promise<void>;
  readonly delete: (id: string) => Promise<void>;
}

/** Secrets in the extension's own database. Keys are kept as objects the browser cannot export. */
export function createSecretShelf(connection: Connection): SecretShelf {
  return {
    get: async (id) => (await connection.get()).get('secrets', id),
    put: async (secret) => {
      await (await connection.get()).put('secrets', secret);
    },
    delete: async (id) => (await connection.get()).delete('secrets', id),
  };
}
