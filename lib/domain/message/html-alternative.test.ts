import { describe, expect, it } from 'vitest';
import { htmlAlternative } from './html-alternative';

describe('htmlAlternative', () => {
  it.each([
    ['a paragraph', 'Hi', '<p>Hi</p>'],
    ['two paragraphs', 'Hi\n\nBye', '<p>Hi</p>\n<p>Bye</p>'],
    ['a line break', 'Hi\nBye', '<p>Hi<br>\nBye</p>'],
    [
      'markup as text',
      '<img src=x onerror="a()">&\'',
      '<p>&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;&#39;</p>',
    ],
    [
      'a link without the full stop after it',
      'See https://example.com/a?b=1&c=2.',
      '<p>See <a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>.</p>',
    ],
    [
      'a link that tries to leave its attribute',
      'http://example.com/"onmouseover="x',
      '<p><a href="http://example.com/">http://example.com/</a>&quot;onmouseover=&quot;x</p>',
    ],
    ['no link for other schemes', 'javascript:alert(1)', '<p>javascript:alert(1)</p>'],
    ['nothing for an empty text', '\n\n', ''],
  ])('writes %s', (_, text, html) => {
    expect(htmlAlternative(text)).toBe(`<div dir="auto">${html}</div>`);
  });

  it('takes no longer for a text made to slow it down', () => {
    const text = `https://${'.'.repeat(50_000)} ${'http://'.repeat(10_000)}`;

    const started = performance.now();
    htmlAlternative(text);

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
