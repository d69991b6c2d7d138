/** Mail programs set off what they quote with one of these. */
const OUTLOOK_BLOCK = /^(?:-{2,}\s?\p{L}[^\n]{2,60}\s?-{2,}|_{10,})\s*$/u;
const HEADER_LINE = /^\*?(?:\p{L}[\p{L} ]{0,20})\s?[:：]\*?\s*\S/u;
/** `On Tuesday, Rita <rita@example.com> wrote:` in whatever language. */
const INTRODUCTION =
  /^[^>\n]{0,300}(?:<[^<>\s]+@[^<>\s]+>|[^\s<>]+@[^\s<>]+|\d{4}|\d:\d\d)[^\n]{0,80}[:：]\s*$/u;

/**
 * What the writer of a message has typed themselves: quoted lines and what is forwarded are left
 * out. A guess that is good enough to look for words in; nothing is shown of it.
 *
 * @param text as {@link Mailbox.readText} gives it
 * @example ownWords('Yes.\n\nOn 1 Dec 2026 Rita wrote:\n> Hello') // 'Yes.'
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed.startsWith('>')) continue;
    if (OUTLOOK_BLOCK.test(trimmed) || isHeaderBlock(lines, index)) break;
    if (INTRODUCTION.test(trimmed)) {
      // What is quoted without a mark in front of it goes on to the end.
      if (!quotesNext(lines, index)) break;
      continue;
    }
    kept.push(line);
  }
  return kept.join('\n').trim();
}

function quotesNext(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1).find((line) => line.trim() !== '');
  return next?.trim().startsWith('>') ?? false;
}

/** `From: …`, `Sent: …`, `To: …` in a row, of which one is an address: nobody types that. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  const block = lines.slice(index, index + 4).map((line) => line.trim());
  return (
    block.length >= 3 &&
    block.slice(0, 3).every((line) => HEADER_LINE.test(line)) &&
    block.slice(0, 3).some((line) => line.includes('@'))
  );
}
