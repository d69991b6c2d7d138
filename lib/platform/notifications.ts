import { browser } from 'wxt/browser';

/** One notification of the browser. Shown again under the same id it replaces the earlier one. */
export interface Notification {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Notifications, as far as the rep has allowed them; else the number on the button has to do. */
export interface Notifications {
  readonly show: (notification: Notification) => Promise<void>;
  /** A number on the toolbar button; nothing for 0. */
  readonly badge: (count: number) => Promise<void>;
}

export const browserNotifications: Notifications = {
  async show({ id, title, text }) {
    // An optional permission: without it the API is not there.
    await browser.notifications?.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message: text,
    });
  },
  async badge(count) {
    await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  },
};

/** Calls back when a notification is clicked; register synchronously when the worker starts. */
export function onNotificationClick(handler: () => void): void {
  browser.notifications?.onClicked.addListener((id) => {
    void browser.notifications?.clear(id);
    handler();
  });
}
