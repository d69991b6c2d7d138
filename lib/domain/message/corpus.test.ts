import { describe, expect, test } from 'vitest';
import { classify } from './classify';
import { ABSENCES_ONE } from './corpus/absences-one';
import { ABSENCES_TWO } from './corpus/absences-two';
import { BOUNCES } from './corpus/bounces';
import { MACHINES_ONE } from './corpus/machines-one';
import { MACHINES_TWO } from './corpus/machines-two';
import { PEOPLE_ONE } from './corpus/people-one';
import { PEOPLE_TWO } from './corpus/people-two';
import { FACTS, readSample } from './corpus/read-sample';
import type { Sample } from './corpus/sample';
import { LANGUAGES } from './languages/languages';

const PEOPLE = [...PEOPLE_ONE, ...PEOPLE_TWO];
const SAMPLES = [
  ...BOUNCES,
  ...ABSENCES_ONE,
  ...ABSENCES_TWO,
  ...PEOPLE,
  ...MACHINES_ONE,
  ...MACHINES_TWO,
];
const BY_MACHINE = ['absence', 'left', 'automatic', 'bounce'];

function expected({ is }: Sample) {
  return is.kind === 'reply' ? { by: 'contact', asksOptOut: false, ...is } : is;
}

test('the corpus is large enough to say something', () => {
  expect(SAMPLES.length).toBeGreaterThanOrEqual(150);
  expect(new Set(SAMPLES.map(({ name }) => name)).size).toBe(SAMPLES.length);
});

describe('by header and text', () => {
  test.each(SAMPLES)('$name', (sample) => {
    const { head, text } = readSample(sample);

    expect(classify(head, FACTS, text)).toEqual(expected(sample));
  });
});

describe('nobody who writes is taken for a machine', () => {
  test.each(PEOPLE)('without the text: $name', (sample) => {
    const { head } = readSample(sample);

    expect(BY_MACHINE).not.toContain(classify(head, FACTS).kind);
  });

  test.each(
    LANGUAGES.flatMap(({ absent, left, received }) => [...absent, ...left, ...received]),
  )('who says: %s', (text) => {
    const { head } = readSample({ name: '', inThread: true, mail: text, is: { kind: 'reply' } });

    expect(classify(head, FACTS, text).kind).toBe('reply');
  });
});
