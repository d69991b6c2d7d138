import { expect, test } from 'vitest';
import { textKey } from '@/lib/domain/sequence/text-key';
import { variantOf } from '@/lib/domain/sequence/variant-of';
import { aCallStep, address, anEmailStep } from '@/test/support/builders';
import { countedText } from './counted-text';

const step = anEmailStep({
  variants: [{ id: 'b', subject: 'B', body: 'Another text.', share: 50 }],
});
const sequence = { steps: [step, aCallStep()] };
const to = (name: string) => ({ edited: [], to: address(`${name}@example.com`) });

test('each contact is counted for the text that they get', () => {
  for (const name of ['ada', 'ben', 'cleo', 'dan', 'eve', 'finn']) {
    const own = to(name);
    expect(countedText(own, sequence, 0)).toBe(textKey(step.id, variantOf(step, own.to)));
  }
});

test('both texts of one step are counted apart, and so is the same text in another step', () => {
  const keys = [step, { ...step, id: anEmailStep().id }].map(({ id }) => textKey(id, step));
  const [variant] = step.variants ?? [];
  if (variant === undefined) throw new Error('a variant');

  expect(textKey(step.id, variant)).not.toBe(textKey(step.id, step));
  expect(textKey('another-step', step)).not.toBe(keys[0]);
});

test('what is moved from the subject into the text is another text', () => {
  expect(textKey('s', { subject: 'ab', body: 'c' })).not.toBe(
    textKey('s', { subject: 'a', body: 'bc' }),
  );
});

test('a text that the rep has rewritten for somebody says nothing about the sequence', () => {
  const edited = [{ stepId: step.id, subject: 'Mine', body: 'My own words.' }];

  expect(countedText({ ...to('ada'), edited }, sequence, 0)).toBeUndefined();
});

test('a task and a step that does not exist have no text to count', () => {
  expect(countedText(to('ada'), sequence, 1)).toBeUndefined();
  expect(countedText(to('ada'), sequence, 7)).toBeUndefined();
  expect(countedText(to('ada'), sequence, -1)).toBeUndefined();
});
