/** What plain text calls a link, up to the character that ends it. */
const LINK = /\bhttps?:\/\/[^\s<>"\p{Cc}\p{Cf}]+/giu;
/** Belongs to the sentence, not to the link in it. */
const TRAILING = /[.,;:!?)\]}'*_]+$/;

/**
 * Plain text as modest HTML that says the same: paragraphs, line breaks, links. The text is never
 * taken for markup.
 *
 * @param text lines separated by `\n`
 * @example htmlAlternative('Hi <b>') // '<div dir="auto"><p>Hi &lt;b&gt;</p></div>'
 */
export function htmlAlternative(text: string): string {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  const html = paragraphs.map((paragraph) => {
    const lines = paragraph.replace(/^\n|\n$/g, '').split('\n');
    return `<p>${lines.map(linkify).join('<br>\n')}</p>`;
  });
  return `<div dir="auto">${html.join('\n')}</div>`;
}

function linkify(line: string): string {
  let html = '';
  let end = 0;
  for (const match of line.matchAll(LINK)) {
    const url = match[0].replace(TRAILING, '');
    html += escapeHtml(line.slice(end, match.index));
    html += `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    end = match.index + url.length;
  }
  return html + escapeHtml(line.slice(end));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
