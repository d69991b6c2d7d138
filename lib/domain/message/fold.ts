/**
 * Text as it is compared: lower case, no accents on Latin letters, plain apostrophes and hyphens,
 * ASCII digits, one kind of space. Never shown.
 *
 * @example fold('Réponse  automatique\u00a0:') // 'reponse automatique :'
 */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u0655\u0640\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\p{Nd}/gu, digit)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every script's ten digits stand in a row that begins where the code point ends in 0 or 6. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return String(code - zero);
}
