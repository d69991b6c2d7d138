import { expect, test } from 'vitest';
import { fold } from './fold';

test.each([
  ['Réponse  automatique\u00a0:', 'reponse automatique :'],
  ['Außer Haus', 'ausser haus'],
  ['Zażółć gęślą', 'zazolc gesla'],
  ['١٢ أيار ٢٠٢٧', '12 ايار 2027'],
  ['१२ मई', '12 मई'],
  ['１２月１０日', '12月10日'],
  ['I’m off', "i'm off"],
  ['Нет\nна месте', 'нет на месте'],
  ['自動返信：', '自動返信:'],
  ['\ud800x', '\ufffdx'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
