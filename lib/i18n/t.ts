import { i18n } from '#i18n';

/** The sentence for a key, in the browser's language. Keys are typed from `locales/en.yml`. */
export const t = i18n.t;
