import { type Connection, createConnection } from '@/lib/store/connection';
import type { Database } from '@/lib/store/schema';
import { type HomeDeps, openMirrored } from './open-mirrored';

/** The connection of whoever writes: with both homes compared before it is handed out. */
export function createHomedConnection(
  open: (options: { readonly onGone: () => void }) => Promise<Database>,
  deps: HomeDeps,
): Connection {
  return createConnection(async (options) => openMirrored(await open(options), deps));
}
