import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { AliasOptions, Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Hosts a rep may switch on one by one; none is asked for at install time. */
const OPTIONAL_HOSTS = ['https://*/*'];

/** What is loaded so often that the browser's own API has to do. */
const NATIVE: ReadonlySet<string> = new Set(['background', 'content-script']);

/** Two percent off, after the bundler's own minifier has done what it can. */
const minifiedAgain: Plugin = {
  name: 'minified-again',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const { code } = await minify(file.code, { ecma: 2020, compress: { passes: 2 } });
        if (code !== undefined && code.length < file.code.length) file.code = code;
      }
    },
  },
};

/** The aliases of a build with `wxt/browser` as the browser's own API. */
function nativeBrowser(alias: AliasOptions = []): AliasOptions {
  const known = Array.isArray(alias)
    ? alias
    : Object.entries(alias).map(([find, replacement]) => ({ find, replacement }));
  const native = fileURLToPath(import.meta.resolve('wxt/browser'));
  return [
    { find: 'wxt/browser', replacement: native },
    ...known.filter(({ find }) => find !== 'wxt/browser'),
  ];
}

export default defineConfig({
  imports: false,
  // The only place that knows the polyfill: dropping it is dropping the first entry.
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('./lib/i18n/locales', import.meta.url)) },
  hooks: {
    // The worker starts cold for almost every message and the overlay is loaded by every page that
    // it stands on; neither needs anything that the polyfill adds.
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.every(({ type }) => NATIVE.has(type))) return;
      config.resolve = { ...config.resolve, alias: nativeBrowser(config.resolve?.alias) };
      config.plugins = [...(config.plugins ?? []), minifiedAgain];
    },
  },
  vite: () => ({
    plugins: [preact()],
    build: { target: 'chrome144', modulePreload: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    short_name: '__MSG_app_shortName__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    minimum_chrome_version: '144',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'identity', 'activeTab'],
    // It would warn at installation; who wants to be reminded says so.
    optional_permissions: ['notifications'],
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
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' https://gmail.googleapis.com https://oauth2.googleapis.com https://www.googleapis.com https://graph.microsoft.com https://login.microsoftonline.com; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: { id: 'sequence-overlay@example.com', strict_min_version: '139.0' },
      },
    }),
  }),
});
