import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { t } from './t';

test('what was said once can still be said when the extension is gone from the page', () => {
  const before = t('overlay.stepOf', ['2', '3']);
  fakeBrowser.i18n.getMessage = () => {
    throw new Error('Extension context invalidated.');
  };

  expect(before).toBe('Step 2 of 3');
  expect(t('overlay.stepOf', ['2', '3'])).toBe('Step 2 of 3');
  expect(t('overlay.stepOf', ['9', '9'])).toBe('');
});
