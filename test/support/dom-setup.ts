import { beforeEach } from 'vitest';
import { freshBrowser } from './fresh-browser';

// Files share a worker, and some read the browser while they are loaded.
freshBrowser();

// Every test starts with an empty page and an empty browser, whichever file came before it.
beforeEach(() => {
  freshBrowser();
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const { name } of [...document.documentElement.attributes]) {
    document.documentElement.removeAttribute(name);
  }
});
