import { storage } from 'wxt/utils/storage';

/** Small preferences of the rep. Domain state lives in IndexedDB, see `lib/store`. */
export interface Settings {
  /** How long the first email of a manual enrollment is held so that it can be taken back. */
  readonly undoSeconds: number;
  /** OAuth client of the company; the build may bring one, see `wxt.config.ts`. */
  readonly googleClientId: string;
  readonly googleClientSecret: string;
}

export const DEFAULT_SETTINGS: Settings = {
  undoSeconds: 10,
  googleClientId: import.meta.env['WXT_GOOGLE_CLIENT_ID'] ?? '',
  googleClientSecret: import.meta.env['WXT_GOOGLE_CLIENT_SECRET'] ?? '',
};

export const settingsItem = storage.defineItem<Settings>('local:settings', {
  fallback: DEFAULT_SETTINGS,
  version: 1,
});
