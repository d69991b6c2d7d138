import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cleanMarkup } from './clean-markup';

describe('cleanMarkup', () => {
  it('keeps what signatures are made of', () => {
    const signature =
      '<div dir="ltr"><b>Rita Rep</b><br><a href="https://example.com">example.com</a> · ' +
      '<a href="tel:+48123">call</a><table cellpadding="0"><tbody><tr><td style="color:#333">' +
      '<img src="https://example.com/logo.png" alt="Logo"></td></tr></tbody></table></div>';

    expect(cleanMarkup(signature)).toBe(signature);
  });

  it.each([
    ['<b onclick="x()" ONLOAD=x()>Rita</b>', '<b>Rita</b>'],
    ['a<script>alert("</b>")</script>b', 'ab'],
    ['a<style>b{}</style><!-- c --><!doctype html>d', 'ad'],
    ['a<script>never closed', 'a'],
    ['<scr<script>x</script>ipt>alert(1)</script>', 'alert(1)'],
    ['<form action="https://evil.example.com"><input name="x">Go</form>', 'Go'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="java&#115;cript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href=" \tJavaScript:alert(1)">x</a>', '<a>x</a>'],
    ['<img src="data:image/svg+xml,x"><img src="http://example.com/a.png">', '<img><img>'],
    ['<p style="background:url(https://t.example.com/p)">x</p>', '<p>x</p>'],
    ['<p style="background:u\\72l(x)">x</p>', '<p>x</p>'],
    ['<p style="position:fixed">x</p>', '<p>x</p>'],
    [
      '<p style="font-family:&quot;Open Sans&quot;">x</p>',
      '<p style="font-family:&quot;Open Sans&quot;">x</p>',
    ],
    ["<p style='color:red'>x</p>", '<p style="color:red">x</p>'],
    [
      '<a title="&lt;b&gt;" href="https://example.com">x',
      '<a title="&lt;b&gt;" href="https://example.com">x</a>',
    ],
    ['1 < 2 & 3 > 2 &amp; &nbsp;', '1 &lt; 2 & 3 &gt; 2 &amp; &nbsp;'],
    ['<div><b>Rita', '<div><b>Rita</b></div>'],
    ['Rita</div></table>', 'Rita'],
    ['<b><i>Rita</b></i>', '<b><i>Rita</i></b>'],
    ['x'.repeat(20_001), ''],
    ['', ''],
  ])('%s becomes %s', (markup, clean) => {
    expect(cleanMarkup(markup)).toBe(clean);
  });
});

/** Pieces that attackers and mail programs put together. */
const piece = fc.constantFrom(
  '<',
  '>',
  '"',
  "'",
  '</',
  '<b>',
  '</b>',
  '<a href=',
  'javascript:',
  '<script>',
  '</script>',
  ' onerror=x ',
  '<img src=x',
  '<!--',
  '-->',
  '<style>',
  '<div style="',
  'url(',
  '&lt;',
  '&#60;',
  '=',
  '/',
  '\0',
  'x',
);
const soup = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 30 });

/** Every tag in markup that was cleaned; anything else would be a bracket of its own. */
const TAG = /<\/?([a-z0-9]+)((?: [a-z]+="[^"<]*")*)>/g;

test('whatever goes in, nothing but known tags with quoted attributes comes out, all closed', () => {
  fc.assert(
    fc.property(soup, (pieces) => {
      const clean = cleanMarkup(pieces.join(''));

      expect(clean.replace(TAG, '')).not.toMatch(/[<>]/);
      const depth: string[] = [];
      for (const [tag, name = '', said = ''] of clean.matchAll(TAG)) {
        expect(tag).not.toMatch(/^<\/?(?:script|style)/);
        expect(said).not.toMatch(/ on\w+=|="\s*javascript:|url\(/i);
        if (['br', 'hr', 'img'].includes(name)) continue;
        if (tag.startsWith('</')) expect(depth.pop()).toBe(name);
        else depth.push(name);
      }
      expect(depth).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(soup, (pieces) => {
      const clean = cleanMarkup(pieces.join(''));

      expect(cleanMarkup(clean)).toBe(clean);
    }),
  );
});

test('a page of brackets takes no time', () => {
  for (const piece of ['<', '<b ', '<!--', '<script', '<a href="', '"<', "<b x='"]) {
    cleanMarkup(piece.repeat(20_000 / piece.length));
  }
}, 5_000);
