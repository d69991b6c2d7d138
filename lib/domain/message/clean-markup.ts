/** Gmail holds half of that; more is no signature. */
const LONGEST = 20_000;

/** What a signature is made of, and what may be said of each. Everything else is left out. */
const SHARED = ['style', 'dir', 'align', 'width', 'height', 'valign', 'bgcolor'];
const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ...['b', 'i', 'u', 'em', 'strong', 'small', 'sup', 'sub', 'span', 'div', 'p', 'br', 'hr'].map(
    (name) => [name, SHARED] as const,
  ),
  ...['ul', 'ol', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'tbody', 'thead', 'tr'].map(
    (name) => [name, SHARED] as const,
  ),
  ['a', [...SHARED, 'href', 'title']],
  ['font', [...SHARED, 'color', 'face', 'size']],
  ['img', [...SHARED, 'src', 'alt', 'border']],
  ['table', [...SHARED, 'border', 'cellpadding', 'cellspacing']],
  ['td', [...SHARED, 'colspan', 'rowspan']],
  ['th', [...SHARED, 'colspan', 'rowspan']],
]);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
/** Left out with what is in them. */
const HIDDEN =
  /<(script|style|head|title|template|iframe|object|svg|math|noscript|textarea|select)(?![a-z0-9])[\s\S]*?(?:<\/\1\s*>|$)/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)/g;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** Whatever else a style may say, it loads nothing and leaves its place. */
const HARMFUL_STYLE = /url\s*\(|expression|@import|position|behavior|\\|javascript|var\s*\(/i;

/**
 * A person's own markup, fit to stand in an email that leaves under their name: text, emphasis,
 * lists, tables, links and pictures from the web. No script, no form, nothing that loads by style,
 * and whatever is opened is closed, so that it cannot swallow what follows.
 *
 * @param markup as somebody's mail settings hold it; beyond 20,000 characters nothing is left of it
 * @example cleanMarkup('<b onclick="x()">Rita<script>x()</script>') // '<b>Rita</b>'
 */
export function cleanMarkup(markup: string): string {
  if (markup.length > LONGEST) return '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not leave.
  const visible = markup.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
  const source = visible.replace(COMMENT, '').replace(HIDDEN, '').replace(COMMENT, '');
  const open: string[] = [];
  let html = '';
  let end = 0;
  for (const match of source.matchAll(TAG)) {
    html += escaped(source.slice(end, match.index));
    end = match.index + match[0].length;
    const name = (match[2] ?? '').toLowerCase();
    const allowed = ELEMENTS.get(name);
    if (allowed === undefined) continue;
    if (match[1] === '/') html += closed(open, name);
    else {
      html += `<${name}${attributes(match[3] ?? '', allowed)}>`;
      if (!EMPTY.has(name)) open.push(name);
    }
  }
  return `${html}${escaped(source.slice(end))}${closed(open)}`.trim();
}

/** Closes an element and what was left open inside it; without a name everything. */
function closed(open: string[], name?: string): string {
  const at = name === undefined ? 0 : open.lastIndexOf(name);
  if (at === -1) return '';
  const ended = open.splice(at).reverse();
  return ended.map((one) => `</${one}>`).join('');
}

function attributes(written: string, allowed: readonly string[]): string {
  let kept = '';
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? '';
    const key = name.toLowerCase();
    if (!allowed.includes(key) || !isHarmless(key, value)) continue;
    kept += ` ${key}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  }
  return kept;
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'href') return /^\s*(?:https?:\/\/|mailto:|tel:)/i.test(value);
  if (name === 'src') return /^\s*https:\/\//i.test(value);
  return (
    name !== 'style' || !HARMFUL_STYLE.test(value.replaceAll('&quot;', '').replaceAll('&', '\\'))
  );
}

/** Entities stay what they are; a lone bracket becomes one. */
function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
