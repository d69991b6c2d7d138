const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
};
const HIDDEN = /^<(script|style|head)(?![a-z0-9])/i;
const LETTER_LINK = /^<a\s.*?mailto:([^"'?>\s]+)/is;
const BREAK = /^<\/?(?:p|div|br|tr|li|h[1-6]|table|td|th)(?![a-z0-9])/i;
/** A longer tag is no tag that anybody wrote. */
const LONGEST_TAG = 2_000;

/**
 * What a message's markup says, for looking for an address in it. Never shown, so that it needs no
 * more than this; a link that writes a letter says its address. One pass, whatever is in there.
 *
 * @example markupText('<p>Email: ada&#64;example.com</p>') // 'Email: ada@example.com'
 */
export function markupText(markup: string): string {
  const lowered = markup.toLowerCase();
  let text = '';
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open === -1) break;
    text += markup.slice(at, open);
    const end = endOfTag(markup, open);
    if (end === undefined) {
      at = open;
      break;
    }
    const tag = markup.slice(open, Math.min(end, open + LONGEST_TAG));
    text += said(tag);
    const hidden = HIDDEN.exec(tag)?.[1]?.toLowerCase();
    // What is hidden and never closed hides the rest, as in a browser.
    const close = hidden === undefined ? end : lowered.indexOf(`</${hidden}`, end);
    at = close === -1 ? markup.length : close;
  }
  return tidied(text + markup.slice(at));
}

function endOfTag(markup: string, open: number): number | undefined {
  if (markup.startsWith('<!--', open)) {
    const close = markup.indexOf('-->', open);
    return close === -1 ? undefined : close + 3;
  }
  const close = markup.indexOf('>', open);
  return close === -1 ? undefined : close + 1;
}

/** `1 < 2` opens nothing. */
function said(tag: string): string {
  if (!/^<[a-z/!?]/i.test(tag)) return tag;
  if (BREAK.test(tag)) return '\n';
  const address = LETTER_LINK.exec(tag)?.[1];
  return address === undefined ? '' : ` ${address} `;
}

function tidied(text: string): string {
  return text
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,10});/gi, character)
    .split('\n')
    .map((line) => line.split(/\s+/).filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n');
}

function character(written: string, code: string): string {
  if (!code.startsWith('#')) return NAMED[code.toLowerCase()] ?? written;
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : written;
}
