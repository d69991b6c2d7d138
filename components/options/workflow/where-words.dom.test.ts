import { expect, test } from 'vitest';
import { whereWords } from './where-words';

test.each([
  ['', ''],
  ['name', 'Name'],
  ['trigger', 'What starts it'],
  ['trigger.groups.0.filters.2.operation.value', 'What starts it, group 1, filter 3'],
  ['trigger.schedule.minute', 'What starts it'],
  ['actions', 'What it does'],
  ['actions.1.sender', 'Action 2'],
  ['actions.1.branches.0.groups.1.filters.0', 'Action 2, branch 1, group 2, filter 1'],
  ['actions.1.branches.0.actions.3', 'Action 2, branch 1, action 4'],
  ['actions.1.otherwise.0.otherwise.2', 'Action 2, otherwise, action 1, otherwise, action 3'],
  ['settings.reenroll.triggers.0.filters.0', 'Settings, enroll again, group 1, filter 1'],
  ['settings.pauseDates.1', 'Settings, pause 2'],
  ['settings.suppressed.12', 'Settings'],
])('%s is “%s”', (place, words) => {
  expect(whereWords(place)).toBe(words);
});
