import { describe, expect, it } from 'vitest';
import { json } from '@/test/support/scripted-fetch';
import { aMailbox, BUSY, NOT_FOUND } from '@/test/support/scripted-gmail';

const { signal } = new AbortController();

const encoded = (text: string | Uint8Array<ArrayBuffer>) =>
  Buffer.from(typeof text === 'string' ? new TextEncoder().encode(text) : text).toString(
    'base64url',
  );

const aPart = (mimeType: string, text: string | Uint8Array<ArrayBuffer>, more: object = {}) => ({
  mimeType,
  filename: '',
  headers: [{ name: 'Content-Type', value: `${mimeType}; charset=utf-8` }],
  body: { data: encoded(text) },
  ...more,
});

async function textOf(payload: object) {
  const { mailbox } = aMailbox(json(200, { id: 'm1', payload }));
  return mailbox.readText('m1', signal);
}

describe('readText', () => {
  it('reads the plain part of a message, wherever it lies, and no attachment', async () => {
    const payload = {
      mimeType: 'multipart/mixed',
      parts: [
        {
          mimeType: 'multipart/alternative',
          parts: [aPart('text/plain', 'Email: ada@example.com'), aPart('text/html', '<p>no</p>')],
        },
        aPart('text/plain', 'x@example.com', { filename: 'people.txt' }),
        { mimeType: 'application/pdf', filename: 'a.pdf', body: { attachmentId: 'a', size: 9 } },
      ],
    };

    expect(await textOf(payload)).toEqual({ kind: 'ok', value: 'Email: ada@example.com' });
  });

  it('reads the fields of a report on delivery as well', async () => {
    const fields = 'Final-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1';
    const payload = {
      mimeType: 'multipart/report',
      parts: [aPart('text/plain', 'It failed.'), aPart('message/delivery-status', fields)],
    };

    expect(await textOf(payload)).toEqual({ kind: 'ok', value: `It failed.\n${fields}` });
  });

  it('reads the markup where there is nothing else', async () => {
    const payload = aPart('text/html', '<td>Email</td><td>ada@example.com</td>');

    expect(await textOf(payload)).toEqual({ kind: 'ok', value: 'Email\nada@example.com' });
  });

  it('knows the letters of other places', async () => {
    const latin2 = new Uint8Array([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6]);
    const headers = [{ name: 'content-type', value: 'text/plain; charset="iso-8859-2"' }];

    expect(await textOf(aPart('text/plain', latin2, { headers }))).toEqual({
      kind: 'ok',
      value: 'Zażółć',
    });
  });

  it.each([
    ['letters of no place', { headers: [{ name: 'Content-Type', value: 'a/b; charset=klingon' }] }],
    ['no header', { headers: [] }],
  ])('takes text with %s for UTF-8', async (_what, more) => {
    expect(await textOf(aPart('text/plain', 'Zoë', more))).toEqual({ kind: 'ok', value: 'Zoë' });
  });

  it.each([
    ['no text', { mimeType: 'image/png', body: { attachmentId: 'a' } }],
    ['text that is not what it says', { mimeType: 'text/plain', body: { data: '&&&' } }],
    ['nothing', {}],
  ])('a message with %s says nothing', async (_what, payload) => {
    expect(await textOf(payload)).toEqual({ kind: 'ok', value: '' });
  });

  it('reads no further than anybody would', async () => {
    const read = await textOf(aPart('text/plain', 'x'.repeat(1_000_000)));

    expect(read).toEqual({ kind: 'ok', value: 'x'.repeat(20_000) });
  });

  it('says that a message is gone, or that the provider failed', async () => {
    expect(await aMailbox(NOT_FOUND()).mailbox.readText('m1', signal)).toEqual({
      kind: 'ok',
      value: undefined,
    });
    expect(await aMailbox(BUSY()).mailbox.readText('m1', signal)).toEqual({ kind: 'unavailable' });
  });
});
