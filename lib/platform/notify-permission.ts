import { browser } from 'wxt/browser';

const NOTIFICATIONS = { permissions: ['notifications'] } as const;

/** May we notify? Asked only where a person has just clicked, as the browser demands. */
export interface NotifyPermission {
  readonly isGranted: () => Promise<boolean>;
  readonly request: () => Promise<boolean>;
}

export function createNotifyPermission(): NotifyPermission {
  return {
    isGranted: () => browser.permissions.contains({ permissions: [...NOTIFICATIONS.permissions] }),
    request: () => browser.permissions.request({ permissions: [...NOTIFICATIONS.permissions] }),
  };
}
