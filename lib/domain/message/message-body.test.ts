import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { aMessage } from '@/test/support/outgoing-messages';
import { messageHtml, messageText } from './message-body';
import { writeMime } from './mime';

const SIGNATURE =
  '<div><b>Rita Rep</b></div><div><a href="mailto:rita@example.com">rita@example.com</a></div>';

describe('an email in plain text', () => {
  it('is its text, exactly, where there is nothing else', () => {
    expect(messageText({ text: 'Hi Ada\n\n' })).toBe('Hi Ada\n\n');
  });

  it('has the signature under the mark that mail programs know, and the last line at the end', () => {
    const text = messageText({ text: 'Hi Ada\n\n', signature: SIGNATURE, closing: 'Stop?' });

    expect(text).toBe('Hi Ada\n\n-- \nRita Rep\nrita@example.com\n\nStop?');
  });

  it('has no mark over a signature that is a picture', () => {
    const signature = '<img src="https://example.com/logo.png">';

    expect(messageText({ text: 'Hi', signature, closing: 'Stop?' })).toBe('Hi\n\nStop?');
  });
});

describe('an email in HTML', () => {
  it('takes only the signature for markup', () => {
    const html = messageHtml({ text: '<b>Hi</b>', signature: SIGNATURE, closing: '<i>Stop?</i>' });

    expect(html).toContain('&lt;b&gt;Hi&lt;/b&gt;');
    expect(html).toContain(SIGNATURE);
    expect(html).toContain('&lt;i&gt;Stop?&lt;/i&gt;');
  });
});

it('both arrive as they were written', async () => {
  const signature = `<div>Zoë ${'x'.repeat(2_000)}</div>`;
  const mime = writeMime(aMessage({ text: 'Hi Ada', signature, closing: 'Zażółć?' }));

  const read = await PostalMime.parse(mime);

  expect(read.text?.trim()).toBe(`Hi Ada\n\n-- \nZoë ${'x'.repeat(2_000)}\n\nZażółć?`);
  expect(read.html).toContain(signature);
  expect(read.html).toContain('Zażółć?');
});
