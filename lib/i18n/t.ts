import { createI18n } from '@wxt-dev/i18n';
import { i18n } from '#i18n';

/** What was said before, for the moment when the browser no longer answers. */
const said = new Map<string, string>();

/**
 * In a page whose extension was updated or switched off the browser throws instead of answering; the
 * overlay then still has to say that a refresh is needed, so what was said once can be said again.
 */
function remembering<Translate extends (...args: never[]) => string>(
  translate: Translate,
): Translate {
  return new Proxy(translate, {
    apply(target, self, args) {
      const key = JSON.stringify(args);
      try {
        const text: string = Reflect.apply(target, self, args);
        said.set(key, text);
        return text;
      } catch {
        return said.get(key) ?? '';
      }
    },
  });
}

/** The sentence for a key, in the browser's language. Keys are typed from `locales/en.yml`. */
export const t: typeof i18n.t = remembering(i18n.t);

const untyped = createI18n();

/** The same for a key that is put together from data; a test walks the data and finds every key. */
export const sentence: (key: string, blanks?: string[]) => string = remembering(
  (key: string, blanks: string[] = []) => untyped.t(key, blanks),
);
