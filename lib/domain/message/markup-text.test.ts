import { describe, expect, test } from 'vitest';
import { markupText } from './markup-text';

describe('what markup says', () => {
  test.each([
    ['<p>Email: ada&#64;example.com</p>', 'Email: ada@example.com'],
    ['<p>ada&#x40;example&period;com</p>', 'ada@example&period;com'],
    [
      '<table><tr><td>Name</td><td>Ada</td></tr><tr><td>Email</td><td>a@b.example</td></tr></table>',
      'Name\nAda\nEmail\na@b.example',
    ],
    ['<a href="mailto:ada@example.com?subject=x">Write to her</a>', 'ada@example.com Write to her'],
    ['<style>p { color: red }</style><script>x@y.example</script>Hi', 'Hi'],
    ['<!-- old@example.com -->new@example.com', 'new@example.com'],
    ['a&nbsp;&lt;b&gt; &amp;amp; &#0; &#99999999;', 'a <b> &amp; &#0; &#99999999;'],
    ['1 < 2', '1 < 2'],
    ['1 < 2 > 1', '1 < 2 > 1'],
    ['<p', '<p'],
    ['a<script>b', 'a'],
    ['', ''],
  ])('%j says %j', (markup, text) => {
    expect(markupText(markup)).toBe(text);
  });

  test('hostile markup costs no more than its length', () => {
    const started = performance.now();

    markupText('<script '.repeat(25_000));
    markupText('<!--'.repeat(50_000));
    markupText('<a href="'.repeat(20_000));
    markupText('<a mailto:'.repeat(20_000));
    markupText('<head>'.repeat(30_000));
    markupText(' '.repeat(200_000));
    markupText('&'.repeat(200_000));

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
