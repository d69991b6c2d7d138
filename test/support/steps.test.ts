import { expect, test } from 'vitest';
import { countTests } from './steps';

test('passed and failed tests are counted as the report says', () => {
  const counts = countTests({ numPassedTests: 7, numFailedTests: 2 }, false);

  expect(counts).toEqual({ passed: 7, failed: 2 });
});

test('a test that was skipped or is still to be written counts as failed', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
  };

  expect(countTests(report, true)).toEqual({ passed: 7, failed: 2 });
});

test('a run that ended badly fails even when every test that ran passed', () => {
  const report = { numPassedTests: 7, numFailedTests: 0 };

  expect(countTests(report, false)).toEqual({ passed: 7, failed: 1 });
});

test('a run without a single test fails', () => {
  expect(countTests({ numPassedTests: 0 }, true)).toEqual({
    passed: 0,
    failed: 1,
  });
  expect(countTests({}, true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
});
