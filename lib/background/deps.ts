import type { Ids } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Engine } from '@/lib/engines/engine';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import type { Log } from '@/lib/platform/log';
import type { Wake } from '@/lib/platform/wake';
import type { Settings } from '@/lib/settings/settings';
import type { Connection } from '@/lib/store/connection';
import type { Clock } from '@/lib/time/clock';

/** What the worker's use cases need of the world; built once in `entrypoints/background.ts`. */
export interface WorkerDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly engine: Engine;
  readonly mailboxOf: (sender: Sender) => Mailbox;
  readonly settings: () => Promise<Settings>;
  readonly wake: Wake;
  readonly log: Log;
  /** Something stored has changed: every open surface asks again. */
  readonly changed: () => void;
}
