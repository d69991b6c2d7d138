import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach } from 'vitest';
import { freshBrowser } from './fresh-browser';

// Files share a worker, and some read the browser while they are loaded.
freshBrowser();

// Every test starts with an empty browser and an empty database.
beforeEach(() => {
  freshBrowser();
  globalThis.indexedDB = new IDBFactory();
});
