import { browser } from 'wxt/browser';
import { onNotificationClick } from '@/lib/platform/notifications';
import { serve } from '@/lib/rpc/serve';
import { createChosenSites } from '@/lib/settings/chosen-sites';
import { createWorker } from './create-worker';
import { firstRun } from './first-run';
import { createHandlers } from './handlers';
import { openOptions } from './open-options';
import { grantedOrigins, injectGateIntoOpenTabs, registerGate } from './register-gate';

/**
 * Everything the worker reacts to. Must run synchronously at its start: a listener that is
 * registered later misses the event that woke the worker.
 */
export function startWorker(): void {
  // Ends with the worker itself; nothing else ends it.
  const { signal } = new AbortController();
  const worker = createWorker(signal);
  const { log, tick, wake } = worker;
  const run = (where: string, work: Promise<unknown>) => {
    work.catch((cause: unknown) => log.unexpected(where, cause));
  };

  serve(createHandlers(worker, signal), log.unexpected);
  wake.onWake(() => run('wake', tick()));
  onNotificationClick(() => run('notification', openOptions('tasks')));

  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    run('permissions.onAdded', granted(origins));
  });
  browser.permissions.onRemoved.addListener(() => {
    run('permissions.onRemoved', registerGate(worker.locks));
    worker.changed();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    run('onInstalled', installed(reason));
  });
  browser.runtime.onStartup.addListener(() => run('onStartup', tick()));

  // Settings hold the OAuth client; content scripts have no business with them.
  run('accessLevel', browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }));
  // Every start catches up: alarms may be gone, registrations may be gone, rows may be overdue.
  run('ensureTick', wake.ensureTick());
  run('registerGate', registerGate(worker.locks));
  // The browser forgets the mark when it is closed.
  run('showPaused', worker.showPaused());
  run('catchUp', tick());

  /** The popup may be gone by the time the rep has answered, so it is remembered here. */
  async function granted(origins: readonly string[]): Promise<void> {
    const hosts = origins.filter((origin) => origin.startsWith('https://'));
    await Promise.all([registerGate(worker.locks), createChosenSites().add(hosts)]);
    await injectGateIntoOpenTabs(hosts);
    worker.changed();
  }

  async function installed(reason: string): Promise<void> {
    await firstRun(worker);
    await registerGate(worker.locks);
    await injectGateIntoOpenTabs(await grantedOrigins());
    if (reason === 'install') await openOptions('sites');
  }
}
