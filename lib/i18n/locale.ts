import { browser } from 'wxt/browser';
import { t } from './t';

/**
 * The language that dates and numbers are written in: the browser's, with its region, but only
 * where our sentences are in that language too. A French browser reads English sentences, and
 * English dates in them.
 */
export function locale(): string {
  const own = t('when.language');
  const browsers = browserLanguage() || own;
  return browsers.split('-')[0] === own ? browsers : own;
}

function browserLanguage(): string | undefined {
  try {
    return browser.i18n.getUILanguage?.();
  } catch {
    // The extension is gone from this page, which still shows the dates that it showed.
    return navigator.language;
  }
}
