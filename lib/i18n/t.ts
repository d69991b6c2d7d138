import { i18n } from '#i18n';

/** What was said before, for the moment when the browser no longer answers. */
const said = new Map<string, string>();

/**
 * The sentence for a key, in the browser's language. Keys are typed from `locales/en.yml`.
 *
 * In a page whose extension was updated or switched off the browser throws instead of answering; the
 * overlay then still has to say that a refresh is needed, so what was said once can be said again.
 */
export const t: typeof i18n.t = new Proxy(i18n.t, {
  apply(translate, self, args) {
    const key = JSON.stringify(args);
    try {
      const text: string = Reflect.apply(translate, self, args);
      said.set(key, text);
      return text;
    } catch {
      return said.get(key) ?? '';
    }
  },
});
