import { describe, expect, test } from 'vitest';
import { covers, hostOf, originOf } from './origin-pattern';

describe('the origin of a page', () => {
  test.each([
    ['https://app.example.com/contacts/1?x=2#y', 'https://app.example.com/*'],
    ['https://app.example.com:8443/', 'https://app.example.com/*'],
    ['https://BÜCHER.example/', 'https://xn--bcher-kva.example/*'],
  ])('of %s is %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });

  test.each([
    'chrome://extensions',
    'about:blank',
    'file:///etc/hosts',
    'http://app.example.com/',
    'https://chromewebstore.google.com/detail/x',
    'not a url',
    '',
  ])('does not exist for %s', (url) => {
    expect(originOf(url)).toBeUndefined();
  });
});

describe('what a grant covers', () => {
  test.each([
    ['https://a.example.com/*', 'https://a.example.com/*', true],
    ['https://a.example.com/*', 'https://b.example.com/*', false],
    ['https://*.example.com/*', 'https://a.example.com/*', true],
    ['https://*.example.com/*', 'https://example.com/*', true],
    ['https://*.example.com/*', 'https://notexample.com/*', false],
    ['https://a.example.com/*', 'https://*.example.com/*', false],
    ['https://*/*', 'https://a.example.com/*', true],
    ['*://*/*', 'https://a.example.com/*', true],
    ['<all_urls>', 'https://a.example.com/*', true],
    ['http://a.example.com/*', 'https://a.example.com/*', false],
    ['chrome://favicon/*', 'https://favicon/*', false],
  ])('%s for %s: %s', (granted, origin, expected) => {
    expect(covers([granted], origin)).toBe(expected);
  });

  test('nothing is covered by no grant', () => {
    expect(covers([], 'https://a.example.com/*')).toBe(false);
  });

  test('its host is shown without the pattern around it', () => {
    expect(hostOf('https://mail.google.com/*')).toBe('mail.google.com');
    expect(hostOf('https://*.example.com/*')).toBe('*.example.com');
  });
});
