import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Hosts a rep may switch on one by one; none is asked for at install time. */
const OPTIONAL_HOSTS = ['https://*/*'];

/**
 * WXT's own code for content scripts asks for `browser` too, and would be all that brings the
 * polyfill (3 kB) into pages. Under Manifest V3 the browser's own object does for it.
 */
function pagesWithoutPolyfill(): Plugin {
  return {
    name: 'pages-without-polyfill',
    enforce: 'pre',
    resolveId(source, importer) {
      const isAsked = /^(wxt\/browser|@wxt-dev\/webextension-polyfill\/browser)$/.test(source);
      const isForPages = importer?.includes('/wxt/dist/utils/');
      return isAsked && isForPages ? this.resolve('@wxt-dev/browser', importer) : null;
    },
  };
}

export default defineConfig({
  imports: false,
  // The only place that knows the polyfill: dropping it is dropping the first entry.
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('./lib/i18n/locales', import.meta.url)) },
  vite: () => ({
    plugins: [preact(), pagesWithoutPolyfill()],
    build: { target: 'chrome144', modulePreload: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    short_name: '__MSG_app_shortName__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    minimum_chrome_version: '144',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'identity', 'activeTab'],
    optional_host_permissions: OPTIONAL_HOSTS,
    host_permissions: [],
    action: { default_title: '__MSG_app_name__' },
    icons: {
      16: 'icon/16.png',
      32: 'icon/32.png',
      48: 'icon/48.png',
      128: 'icon/128.png',
    },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' https://gmail.googleapis.com https://oauth2.googleapis.com; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: { id: 'sequence-overlay@example.com', strict_min_version: '139.0' },
      },
    }),
  }),
});
