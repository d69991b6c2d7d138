import { expect, test } from 'vitest';
import { classify } from './classify';
import { ABSENCES_ONE } from './corpus/absences-one';
import { ABSENCES_TWO } from './corpus/absences-two';
import { BOUNCES } from './corpus/bounces';
import { MACHINES_ONE } from './corpus/machines-one';
import { MACHINES_TWO } from './corpus/machines-two';
import { PEOPLE_ONE } from './corpus/people-one';
import { PEOPLE_TWO } from './corpus/people-two';
import { FACTS, readSample } from './corpus/read-sample';

const SAMPLES = [...BOUNCES, ...ABSENCES_ONE, ...PEOPLE_ONE, ...MACHINES_ONE, ...ABSENCES_TWO, ...PEOPLE_TWO, ...MACHINES_TWO];

function meant({ is }: (typeof SAMPLES)[number]) {
  return is.kind === 'reply' ? { by: 'contact', asksOptOut: false, ...is } : is;
}

test.each(SAMPLES)('$name', (sample) => {
  const { head, text } = readSample(sample);

  expect(classify(head, FACTS, text)).toEqual(meant(sample));
});
