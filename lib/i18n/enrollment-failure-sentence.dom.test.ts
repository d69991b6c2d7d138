import { expect, test } from 'vitest';
import { enrollmentFailureSentence } from './enrollment-failure-sentence';

test.each([
  ['tokensMissing', 'A placeholder in the email has no value for this contact.'],
  ['refused:invalidTo', 'The mail provider refused the email: invalidTo'],
  ['fromTheFuture', 'The email could not be sent: fromTheFuture'],
])('%s is "%s"', (code, sentence) => {
  expect(enrollmentFailureSentence(code)).toBe(sentence);
});
