import { describe, expect, it } from 'vitest';
import { address, aMessage, headersOf, namesOf } from '@/test/support/outgoing-messages';
import { writeMime } from './mime';
import type { OutgoingMessage } from './outgoing-message';

describe('writeMime', () => {
  it('names the conversation, our key and the date', () => {
    const mime = writeMime(
      aMessage({
        inReplyTo: '<b@mail.example.com>',
        references: ['<a@mail.example.com>', '<b@mail.example.com>'],
      }),
    );

    expect(headersOf(mime)).toEqual(
      expect.arrayContaining([
        { name: 'in-reply-to', value: '<b@mail.example.com>' },
        { name: 'references', value: '<a@mail.example.com> <b@mail.example.com>' },
        { name: 'x-sequence-overlay-key', value: 'e1:s1:0' },
        { name: 'date', value: 'Fri, 20 Nov 2026 09:30:00 +0000' },
      ]),
    );
  });

  it('drops a message id that would leave its header', () => {
    const mime = writeMime(
      aMessage({
        inReplyTo: '<a\r\nBcc: eve@example.com>',
        references: ['<ok@example.com>', 'junk\r\nX: 1', '<two\n@example.com>'],
      }),
    );

    expect(namesOf(mime)).not.toContain('in-reply-to');
    expect(headersOf(mime)).toContainEqual({ name: 'references', value: '<ok@example.com>' });
  });

  it('keeps the first and the newest references of a very long conversation', () => {
    const references = Array.from({ length: 500 }, (_, n) => `<${n}@example.com>`);

    const value = headersOf(writeMime(aMessage({ references }))).find(
      ({ name }) => name === 'references',
    )?.value;

    expect(value?.split(/ +/)).toEqual(['<0@example.com>', ...references.slice(-19)]);
  });

  it('writes an international domain in its ASCII form', () => {
    const to = { name: '', address: address('ada@żółw.example.com') };

    const mime = writeMime(aMessage({ to }));

    expect(headersOf(mime)).toContainEqual({
      name: 'to',
      value: 'ada@xn--w-uga1v8h.example.com',
    });
  });

  it.each([
    [
      'an address with a line end',
      { to: { name: '', address: 'a@example.com\r\nBcc: e@example.com' } },
    ],
    ['a second address', { to: { name: '', address: 'a@example.com,e@example.com' } }],
    ['no address', { to: { name: 'Ada', address: '' } }],
    ['a key with a line end', { key: 'k\r\nBcc: e@example.com' }],
    ['a key with a space', { key: 'k k' }],
    ['an empty key', { key: '' }],
    [
      'an extra header whose name holds another',
      { headers: [{ name: 'X: 1\r\nBcc', value: 'e' }] },
    ],
    ['an extra header with a line end', { headers: [{ name: 'X-A', value: 'a\r\nBcc: e' }] }],
    ['an extra header beyond ASCII', { headers: [{ name: 'X-A', value: 'ż' }] }],
    ['an extra header that is ours to set', { headers: [{ name: 'bcc', value: 'e@example.com' }] }],
    ['an endless word in an extra header', { headers: [{ name: 'X-A', value: 'a'.repeat(1000) }] }],
  ])('refuses %s', (_, parts) => {
    expect(() => writeMime(aMessage(parts as Partial<OutgoingMessage>))).toThrow(
      expect.objectContaining({ name: 'MimeError' }),
    );
  });

  it('takes an extra header that is right', () => {
    const headers = [{ name: 'List-Unsubscribe', value: '<mailto:stop@example.com?subject=stop>' }];

    expect(headersOf(writeMime(aMessage({ headers })))).toContainEqual({
      name: 'list-unsubscribe',
      value: '<mailto:stop@example.com?subject=stop>',
    });
  });
});
