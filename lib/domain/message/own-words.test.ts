import { expect, test } from 'vitest';
import { ownWords } from './own-words';

test.each([
  ['an introduction and marks', 'Yes.\n\nOn 1 Dec 2026 Rita <r@example.com> wrote:\n> Hello'],
  ['an introduction in another language', 'Yes.\n\nW dniu 1.12.2026 o 9:00 Rita pisze:\n> Hello'],
  ['an introduction without marks', 'Yes.\n\nAm 01.12.26 schrieb r@example.com:\n\nHello Ada\nBye'],
  ['what Outlook sets off', 'Yes.\n\n-----Original Message-----\nFrom: Rita\nHello'],
  ['a line of Outlook', 'Yes.\n________________________________\nVon: Rita\nHello'],
  [
    'a block of headers',
    'Yes.\nVon: Rita <r@example.com>\nGesendet: Dienstag\nAn: Ada\nBetreff: x',
  ],
])('%s ends what somebody wrote', (_what, text) => {
  expect(ownWords(text)).toBe('Yes.');
});

test.each([
  ['an answer below the quote', 'On 1 Dec 2026 Rita wrote:\n> Hello\n\nYes.', 'Yes.'],
  ['a list', 'We need:\n- valves\n- pipes', 'We need:\n- valves\n- pipes'],
  ['two lines with colons', 'Name: Ada\nTel: 1', 'Name: Ada\nTel: 1'],
])('%s stays', (_what, text, kept) => {
  expect(ownWords(text)).toBe(kept);
});
