import { describe, expect, test } from 'vitest';
import { parseSiteAddress } from './parse-site-address';

describe('an address that a rep types', () => {
  test.each([
    ['crm.example.com', 'https://crm.example.com/*'],
    ['  CRM.Example.com  ', 'https://crm.example.com/*'],
    ['https://crm.example.com/contacts/1?x=2#y', 'https://crm.example.com/*'],
    ['HTTPS://crm.example.com', 'https://crm.example.com/*'],
    ['crm.example.com:8443/contacts', 'https://crm.example.com/*'],
    ['https://intranet/', 'https://intranet/*'],
    ['bücher.example', 'https://xn--bcher-kva.example/*'],
    ['192.168.1.10', 'https://192.168.1.10/*'],
  ])('%s asks for %s', (typed, origin) => {
    expect(parseSiteAddress(typed)).toEqual({ kind: 'ok', origin });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['http://crm.example.com', 'notSecure'],
    ['*', 'wildcard'],
    ['*.example.com', 'wildcard'],
    ['https://*/*', 'wildcard'],
    ['crm', 'notAnAddress'],
    ['my crm.example.com', 'notAnAddress'],
    ['ada@example.com', 'notAnAddress'],
    ['https://user:word@example.com', 'notAnAddress'],
    ['chrome://extensions', 'notAnAddress'],
    ['ftp://example.com', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['example..com', 'notAnAddress'],
    ['<img src=x>', 'notAnAddress'],
    ['[::1]', 'notAnAddress'],
    ['https://chromewebstore.google.com/', 'protected'],
  ])('%s is refused as %s', (typed, kind) => {
    expect(parseSiteAddress(typed)).toEqual({ kind });
  });
});
